package dev.agora.billing.card;

/**
 * Where a card is typed in.
 *
 * @param sessionId Stripe's, {@code cs_…}
 * @param url of the page that takes it
 * @param customerId Stripe's name for the person
 */
public record CardSetup(String sessionId, String url, String customerId) {}
