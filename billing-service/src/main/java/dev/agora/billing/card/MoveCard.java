package dev.agora.billing.card;

import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a card forward, each time in one transaction with what it tells. */
@Service
@Transactional
class MoveCard {

  private final SavedCards cards;
  private final CardEvents events;
  private final AuditLog audit;
  private final InstantSource clock;

  MoveCard(SavedCards cards, CardEvents events, AuditLog audit, InstantSource clock) {
    this.audit = audit;
    this.cards = cards;
    this.events = events;
    this.clock = clock;
  }

  SavedCard opened(CardId id, CardSetup setup) {
    SavedCard card = store(lock(id).opened(setup, clock.instant()));
    audit.record(Deed.of(Act.CARD_ASKED, card.humanId(), id.value()));
    return card;
  }

  /** The card was typed in. */
  void activated(CardId id, CardDetails details) {
    SavedCard card = lock(id);
    if (card.status() == CardStatus.PENDING) {
      store(card.active(details, clock.instant()));
    }
  }

  /** Nobody can type it in any more. */
  void expired(CardId id) {
    SavedCard card = lock(id);
    if (card.status() == CardStatus.PENDING) {
      store(card.to(CardStatus.EXPIRED, clock.instant()));
    }
  }

  /** Its person takes it back; empty if there is none of that person's. */
  Optional<SavedCard> removed(CardId id, String humanId) {
    return cards
        .lock(id)
        .filter(card -> card.humanId().equals(humanId))
        .filter(card -> card.isActive() || card.status() == CardStatus.PENDING)
        .map(
            card -> {
              audit.record(Deed.of(Act.CARD_REMOVED, humanId, id.value()));
              return store(card.to(CardStatus.REMOVED, clock.instant()));
            });
  }

  private SavedCard lock(CardId id) {
    return cards.lock(id).orElseThrow(() -> new IllegalStateException("no card " + id));
  }

  private SavedCard store(SavedCard changed) {
    cards.save(changed);
    events.changed(changed);
    return changed;
  }
}
