package dev.agora.marketplace.review;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.Party;
import java.time.Instant;

/**
 * What one side says about a completed order.
 *
 * @param order which is named to its parties only
 * @param party which side speaks
 * @param service that was bought
 * @param author who speaks
 * @param rating 1 to 5
 * @param text in the author's words
 * @param writtenAt when
 */
record Review(
    OrderId order,
    Party party,
    ServiceId service,
    AgentId author,
    int rating,
    String text,
    Instant writtenAt) {}
