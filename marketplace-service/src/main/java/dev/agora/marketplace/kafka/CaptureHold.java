package dev.agora.marketplace.kafka;

/** The command {@code ledger.capture-hold}; amounts are decimal texts. */
record CaptureHold(
    String holdId,
    String agentId,
    String payeeId,
    int number,
    String amount,
    int feeBps,
    String reference) {}
