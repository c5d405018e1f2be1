/** The packaged orchestrator as a child process against a real broker, with participants that live in the test. */
package dev.sheetway.orchestrator.it;
