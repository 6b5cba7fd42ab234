package dev.agora.ledger.analytics;

import dev.agora.money.Credits;
import java.util.List;

/**
 * What the transactions of one group come to.
 *
 * @param group the values of the dimensions
 * @param fees of them: part of what was spent, and beyond what was earned
 * @param count of transactions
 */
record Sum(List<String> group, Credits credits, Credits fees, long count) {}
