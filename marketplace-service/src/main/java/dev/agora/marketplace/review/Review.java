package dev.agora.marketplace.review;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one side says about a completed order.
 *
 * @param id names it to everybody
 * @param order which is named to its parties only
 * @param party which side speaks
 * @param service that was bought
 * @param author who speaks
 * @param rating 1 to 5
 * @param text in the author's words
 * @param writtenAt when
 * @param answer the seller's to the buyer's; null without
 * @param hidden whether an operator found its text unfit to be read
 */
record Review(
    ReviewId id,
    OrderId order,
    Party party,
    ServiceId service,
    AgentId author,
    int rating,
    String text,
    Instant writtenAt,
    @Nullable String answer,
    boolean hidden) {}
