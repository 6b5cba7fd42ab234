package dev.agora.billing.card;

import dev.agora.billing.card.CardSetups.Observation;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Asks Stripe whether a card was typed in, when an event hints at it and now and then. */
@Service
public class CheckCard {

  private static final Logger log = LoggerFactory.getLogger(CheckCard.class);

  private final SavedCards cards;
  private final CardSetups setups;
  private final MoveCard moveCard;
  private final RemoveCard removeCard;
  private final CardProperties properties;
  private final InstantSource clock;

  CheckCard(
      SavedCards cards,
      CardSetups setups,
      MoveCard moveCard,
      RemoveCard removeCard,
      CardProperties properties,
      InstantSource clock) {
    this.cards = cards;
    this.setups = setups;
    this.moveCard = moveCard;
    this.removeCard = removeCard;
    this.properties = properties;
    this.clock = clock;
  }

  /** Looks at the card of a page; nothing happens if there is none. */
  public void bySession(String sessionId) {
    cards.findBySession(sessionId).ifPresent(this::check);
  }

  /** Looks at those that are due. */
  public void sweep() {
    for (SavedCard card :
        cards.claimUnsettled(
            clock.instant(), properties.checkBatch(), properties.checkInterval())) {
      try {
        check(card);
      } catch (RuntimeException failed) {
        // One that fails must not keep the others waiting; it is due again soon.
        log.warn("{} could not be checked: {}", card.id(), failed.toString());
      }
    }
  }

  private void check(SavedCard card) {
    if (card.status() == CardStatus.REMOVED) {
      removeCard.detach(card);
      return;
    }
    CardSetup setup = card.setup();
    Optional<Observation> seen = setup == null ? Optional.empty() : setups.observe(setup);
    boolean over = clock.instant().isAfter(card.expiresAt());
    if (seen.isEmpty()) {
      expireIf(over, card);
      return;
    }
    CardDetails details = seen.get().details();
    if (details == null) {
      expireIf(!seen.get().open(), card);
    } else if (card.id().value().equals(seen.get().reference())) {
      moveCard.activated(card.id(), details);
    } else {
      log.error("Stripe says {} belongs to {}", card.id(), seen.get().reference());
    }
  }

  private void expireIf(boolean over, SavedCard card) {
    if (over) {
      moveCard.expired(card.id());
    }
  }
}
