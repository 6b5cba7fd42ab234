package dev.agora.marketplace.subscription;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.listing.Terms;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer subscribed to.
 *
 * @param service that is paid by the month
 * @param buyer who pays
 * @param seller who is paid
 * @param terms as the buyer last agreed to them; a later change of the listing does not reach them
 * @param input JSON text from the buyer, which fitted the terms' schema; null without
 * @param startedAt the moment that all months are counted from
 */
public record Plan(
    ServiceId service,
    AgentId buyer,
    AgentId seller,
    Terms terms,
    @Nullable String input,
    Instant startedAt) {

  Plan withTerms(Terms agreed) {
    return new Plan(service, buyer, seller, agreed, input, startedAt);
  }

  /**
   * When so many months are over: the same day and time of a later month, or the last day of a
   * month that is too short. Always counted from the start, so that a short month shortens no
   * other; by the calendar of UTC.
   */
  Instant after(int months) {
    return startedAt.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
  }
}
