/**
 * What a backup decides, without reading or writing anything: names, and whether a copy is what the original was. Depends
 * on the contracts and on the workspace's own types alone.
 */
@NullMarked
package dev.sheetway.backup.planner;

import org.jspecify.annotations.NullMarked;
