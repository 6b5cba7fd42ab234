package dev.agora.marketplace.kafka;

/** The command {@code ledger.place-hold}; amounts are decimal texts. */
record PlaceHold(
    String holdId,
    String purpose,
    String agentId,
    String payeeId,
    String amount,
    String reference) {}
