package dev.agora.billing.card;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Takes a card back: from now on nothing is charged to it, and Stripe forgets it soon. */
@Service
public class RemoveCard {

  private static final Logger log = LoggerFactory.getLogger(RemoveCard.class);

  private final MoveCard moveCard;
  private final SavedCards cards;
  private final CardSetups setups;

  RemoveCard(MoveCard moveCard, SavedCards cards, CardSetups setups) {
    this.moveCard = moveCard;
    this.cards = cards;
    this.setups = setups;
  }

  /** False if the person has no such card. */
  boolean remove(String humanId, String cardId) {
    return CardId.parse(cardId)
        .flatMap(id -> moveCard.removed(id, humanId))
        .map(
            card -> {
              detach(card);
              return true;
            })
        .orElse(false);
  }

  /** Takes all of a person's cards back; the sweep has Stripe forget them. */
  public void removeAll(String humanId) {
    cards.ofHuman(humanId).forEach(card -> moveCard.removed(card.id(), humanId));
  }

  /** A failure here is made up for by the sweep. */
  void detach(SavedCard card) {
    CardDetails details = card.details();
    if (details == null) {
      return;
    }
    try {
      setups.detach(details);
      cards.detached(card.id());
    } catch (RuntimeException notNow) {
      log.warn("{} is not detached yet: {}", card.id(), notNow.toString());
    }
  }
}
