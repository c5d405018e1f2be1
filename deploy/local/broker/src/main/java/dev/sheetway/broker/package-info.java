/**
 * Apache Kafka as one process on this machine, without containers: combined broker and controller in its own JVM, and
 * the handle with which a launcher or a test starts and stops it. {@link dev.sheetway.broker.KafkaServer} alone touches
 * Kafka's internal classes; the classes that start the child process need none of the server's jars.
 */
@NullMarked
package dev.sheetway.broker;

import org.jspecify.annotations.NullMarked;
