package dev.agora.marketplace.kafka;

/** The command {@code ledger.release-hold}. */
record ReleaseHold(String holdId, String agentId, String reason) {}
