/**
 * How a step service takes commands and answers them: at least once, in order for each spreadsheet, several spreadsheets
 * at a time, the answer durable before the command is acknowledged. A service brings one {@link
 * dev.sheetway.participant.StepExecutor} for each kind of command; everything that has to do with Kafka is here.
 *
 * <p>Depends on the contracts, on SmallRye Reactive Messaging and on nothing that knows Google.
 */
@NullMarked
package dev.sheetway.participant;

import org.jspecify.annotations.NullMarked;
