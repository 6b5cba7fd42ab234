package dev.agora.billing.card;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored cards. */
interface SavedCards {

  void add(SavedCard card, Instant nextCheckAt);

  Optional<SavedCard> find(CardId id);

  Optional<SavedCard> findBySession(String sessionId);

  Optional<SavedCard> lock(CardId id);

  /** A person's cards that are there or on their way, newest first. */
  List<SavedCard> ofHuman(String humanId);

  /** Stores what can change. */
  void save(SavedCard card);

  /**
   * Cards due for a look at Stripe, each due again after the pause: those on their way, and those
   * taken back that Stripe may still have.
   */
  List<SavedCard> claimUnsettled(Instant now, int atMost, Duration pause);

  /** Stripe does not have it any more either. */
  void detached(CardId id);
}
