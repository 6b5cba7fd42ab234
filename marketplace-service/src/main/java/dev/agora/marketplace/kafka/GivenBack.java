package dev.agora.marketplace.kafka;

/** The ledger's answer to {@code ledger.refund-order}, as far as the market reads it. */
record GivenBack(String toBuyer, String fromSeller, String feeReturned) {}
