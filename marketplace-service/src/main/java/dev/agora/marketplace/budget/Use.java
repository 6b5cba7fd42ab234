package dev.agora.marketplace.budget;

import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a seller took from a budget.
 *
 * @param number counts the budget's uses, from 1
 * @param reference the seller's name for it, once in a budget
 * @param calls how many
 * @param amount of them, fee included
 * @param at when
 * @param paidWith the uses that the ledger is asked to pay together, this one among them; null
 *     until it is asked, and for what the end of the budget pays
 */
record Use(
    int number,
    String reference,
    int calls,
    Credits amount,
    Instant at,
    Budget.@Nullable Uses paidWith) {}
