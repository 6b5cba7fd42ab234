package dev.agora.marketplace.kafka;

/** The command {@code ledger.refund-order}; amounts are decimal texts. */
record GiveBack(
    String refundId,
    String holdId,
    String orderId,
    String buyerId,
    String sellerId,
    String amount,
    int feeBps) {}
