package dev.agora.marketplace.figures;

import dev.agora.money.Credits;
import java.util.OptionalDouble;

/**
 * What was sold in a time, and how it went.
 *
 * @param sold orders with something released, paid months, used budgets
 * @param gmv what was released for them, fees included
 * @param fees the platform's of it
 * @param refunds that sellers made after the settlement
 * @param refunded what buyers got by that
 * @param feesReturned what the platform gave back of its fees
 * @param ended orders that were funded and have ended
 * @param completed of those, with all of the price released
 * @param disputed of those
 * @param medianDeliverySeconds from the beginning of the work to the first delivery; empty without
 */
record Turnover(
    long sold,
    Credits gmv,
    Credits fees,
    long refunds,
    Credits refunded,
    Credits feesReturned,
    long ended,
    long completed,
    long disputed,
    OptionalDouble medianDeliverySeconds) {}
