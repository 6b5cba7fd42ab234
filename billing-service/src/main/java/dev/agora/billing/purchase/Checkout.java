package dev.agora.billing.purchase;

/**
 * Where a purchase is paid.
 *
 * @param sessionId Stripe's, {@code cs_…}
 * @param url of the page that takes the card
 * @param customerId Stripe's name for the buyer, {@code cus_…}
 */
public record Checkout(String sessionId, String url, String customerId) {}
