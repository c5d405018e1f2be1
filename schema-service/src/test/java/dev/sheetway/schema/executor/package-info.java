/** Tests of the executors, on an implementation of the ports in memory and against the emulator. */
package dev.sheetway.schema.executor;
