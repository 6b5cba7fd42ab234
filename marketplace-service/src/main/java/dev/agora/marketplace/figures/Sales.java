package dev.agora.marketplace.figures;

import dev.agora.marketplace.listing.ServiceId;
import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that was sold and settled. */
interface Sales {

  /** Writes down an order that the ledger has settled or given back. */
  void addOrder(String order);

  /** Writes down anything else. */
  void add(String id, ServiceId service, Credits gross, Credits fee, Instant at);

  /**
   * What was sold.
   *
   * @param service null for all
   */
  Turnover turnover(@Nullable ServiceId service, Days days);
}
