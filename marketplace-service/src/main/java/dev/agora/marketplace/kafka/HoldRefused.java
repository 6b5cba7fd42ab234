package dev.agora.marketplace.kafka;

import org.jspecify.annotations.Nullable;

/** The ledger's refusal of a hold, as far as the market reads it. */
record HoldRefused(@Nullable String missing) {}
