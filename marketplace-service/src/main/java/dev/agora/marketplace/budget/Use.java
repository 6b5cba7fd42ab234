package dev.agora.marketplace.budget;

import dev.agora.money.Credits;
import java.time.Instant;

/**
 * What a seller took from a budget.
 *
 * @param number counts the budget's uses, from 1
 * @param reference the seller's name for it, once in a budget
 * @param calls how many
 * @param amount of them, fee included
 * @param at when
 */
record Use(int number, String reference, int calls, Credits amount, Instant at) {}
