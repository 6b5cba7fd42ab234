package dev.agora.marketplace.kafka;

/** The ledger's answer to {@code ledger.settle-hold}, as far as the market reads it. */
record HoldSettled(String net, String fee, String released) {}
