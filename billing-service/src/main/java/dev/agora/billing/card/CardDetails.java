package dev.agora.billing.card;

/**
 * What is known of a card; its number never is.
 *
 * @param methodId Stripe's, {@code pm_…}
 * @param brand such as {@code visa}
 * @param lastFour digits
 */
public record CardDetails(
    String methodId, String brand, String lastFour, int expiryMonth, int expiryYear) {}
