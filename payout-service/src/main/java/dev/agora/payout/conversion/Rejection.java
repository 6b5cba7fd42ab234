package dev.agora.payout.conversion;

import org.jspecify.annotations.Nullable;

/**
 * Why a conversion was refused.
 *
 * @param code the ledger's or Stripe's, such as {@code not_convertible}
 * @param message for the caller
 * @param convertible credits that could be converted then, as a decimal, where the ledger said so
 */
public record Rejection(String code, String message, @Nullable String convertible) {}
