package dev.agora.billing.reconciliation;

import dev.agora.money.Usd;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Stripe's own books. Never called within a transaction. */
public interface Statement {

  /**
   * Reads the movements since then, or all there are for null.
   *
   * @param page takes them as they come, newest first, at most a hundred at a time
   */
  void read(@Nullable Instant from, Consumer<List<StripeMovement>> page);

  /** What Stripe says that we have, available or not yet. */
  Usd balance();
}
