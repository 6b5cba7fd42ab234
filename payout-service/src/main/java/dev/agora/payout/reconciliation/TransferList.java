package dev.agora.payout.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stripe's list of transfers, newest first. Never read within a database transaction. */
public interface TransferList {

  /**
   * Some more of those made since then.
   *
   * @param after the last one read before; null for the first page
   * @return nothing more to read if the page is empty; no page if Stripe does not answer
   */
  Optional<List<ListedTransfer>> page(Instant since, @Nullable String after);
}
