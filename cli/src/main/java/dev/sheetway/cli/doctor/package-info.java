/**
 * What {@code doctor} looks at: broker and topics, services, emulator or Google. Looks only; the probe of Google, which
 * also writes, is in {@code dev.sheetway.workspace.probe}.
 */
@NullMarked
package dev.sheetway.cli.doctor;

import org.jspecify.annotations.NullMarked;
