package dev.agora.payout.statement;

import dev.agora.money.Credits;
import dev.agora.money.Usd;

/**
 * All that an owner was paid in a calendar year (UTC).
 *
 * @param grossUsd what the credits were worth: what was earned, as a 1099-NEC asks for it
 * @param feeUsd the platform's part
 * @param netUsd what was sent: gross less fee
 * @param reversedUsd what Stripe took back of that year's conversions, whenever it did
 */
record YearlyTotal(
    String human,
    int year,
    long conversions,
    Credits credits,
    Usd grossUsd,
    Usd feeUsd,
    Usd netUsd,
    Usd reversedUsd) {}
