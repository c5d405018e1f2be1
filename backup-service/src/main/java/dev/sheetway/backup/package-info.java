/**
 * The backup service: one executor, its phases, and what connects them to Google and to Kafka. Depends on the contracts,
 * the participant toolkit and the workspace's ports; never on another service.
 */
@NullMarked
package dev.sheetway.backup;

import org.jspecify.annotations.NullMarked;
