package dev.agora.billing.refund;

import dev.agora.money.Credits;
import dev.agora.money.Usd;

/**
 * What the ledger says can be given back.
 *
 * @param credits of the purchase that are left, now set aside
 * @param used of the purchase, bonus included
 * @param amount that goes to the card
 */
public record RefundFigures(Credits credits, Credits used, Usd amount) {}
