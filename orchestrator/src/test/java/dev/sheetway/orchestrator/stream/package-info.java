/** Tests of the shell: the topology under Kafka's own test driver, and the parts around it. */
package dev.sheetway.orchestrator.stream;
