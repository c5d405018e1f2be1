/**
 * The ports to Google Sheets and Drive in our own types: readable without ever having seen the Google client. Only {@code google} below imports {@code com.google}.
 */
@NullMarked
package dev.sheetway.workspace;

import org.jspecify.annotations.NullMarked;
