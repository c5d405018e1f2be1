/**
 * What people and supervisors may ask this process over HTTP: health and a list of migrations. Reads only; requests go
 * over Kafka.
 */
@NullMarked
package dev.sheetway.orchestrator.api;

import org.jspecify.annotations.NullMarked;
