package dev.agora.billing.card;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The payment provider's side of saved cards. Never called within a transaction. */
public interface CardSetups {

  /** What came of opening the page. */
  sealed interface OpenResult {

    record Opened(CardSetup setup) implements OpenResult {}

    record Unavailable(String reason) implements OpenResult {}
  }

  /**
   * How the page stands.
   *
   * @param open whether a card can still be typed in
   * @param reference the card that Stripe believes it is about
   * @param details null until it was typed in
   */
  record Observation(boolean open, @Nullable String reference, @Nullable CardDetails details) {}

  /** Opens the card's one page, or finds it open. */
  OpenResult open(SavedCard card);

  /** Looks at a page; empty if the provider does not know it. */
  Optional<Observation> observe(CardSetup setup);

  /** Makes the provider forget a card; done if it has forgotten it before. */
  void detach(CardDetails details);
}
