package dev.agora.portal.api;

import org.jspecify.annotations.Nullable;

/** The owner's account at Stripe. */
public record PayoutAccount(String status, @Nullable String onboardingUrl) {}
