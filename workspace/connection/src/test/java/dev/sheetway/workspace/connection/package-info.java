@NullMarked
package dev.sheetway.workspace.connection;

import org.jspecify.annotations.NullMarked;
