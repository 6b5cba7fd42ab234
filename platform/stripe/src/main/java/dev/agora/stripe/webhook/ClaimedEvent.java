package dev.agora.stripe.webhook;

/**
 * An event to handle now.
 *
 * @param payload as it arrived
 * @param attempt from 1
 */
record ClaimedEvent(String eventId, String payload, int attempt) {}
