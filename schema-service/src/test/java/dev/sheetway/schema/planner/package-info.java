/** Tests of the planner: pure snapshots in, effects out. */
package dev.sheetway.schema.planner;
