package dev.agora.marketplace.kafka;

/** The command {@code ledger.settle-hold}; amounts are decimal texts. */
record SettleHold(
    String holdId, String agentId, String payeeId, String amount, int feeBps, String reference) {}
