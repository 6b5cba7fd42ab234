package dev.agora.marketplace.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order's history.
 *
 * @param version of the order after it
 * @param verb what happened
 * @param party who made it happen
 * @param state of the order after it
 * @param note in somebody's words; null without
 * @param at when
 */
record Happening(
    long version, Verb verb, Party party, OrderState state, @Nullable String note, Instant at) {}
