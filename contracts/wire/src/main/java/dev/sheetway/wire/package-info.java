/**
 * Contracts on the wire: JSON, CloudEvents over Kafka, plan files, topic settings. Depends on the contracts, Jackson, the
 * CloudEvents SDK and the Kafka client's record types.
 */
@NullMarked
package dev.sheetway.wire;

import org.jspecify.annotations.NullMarked;
