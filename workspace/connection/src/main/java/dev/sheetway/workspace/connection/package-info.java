/**
 * How a step service reaches Google: the settings that all three have in common, and the waits of its calls as progress
 * of its commands. Knows the workspace's factory and the participant's executor; no service, no client of Google.
 */
@NullMarked
package dev.sheetway.workspace.connection;

import org.jspecify.annotations.NullMarked;
