package dev.agora.billing.card;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads saved cards. */
@Service
public class FindCard {

  private final SavedCards cards;

  FindCard(SavedCards cards) {
    this.cards = cards;
  }

  public Optional<SavedCard> byId(CardId id) {
    return cards.find(id);
  }

  /** A person's own card that can be charged; empty for any other. */
  public Optional<SavedCard> activeOf(String humanId, String cardId) {
    return CardId.parse(cardId)
        .flatMap(cards::find)
        .filter(card -> card.isActive() && card.humanId().equals(humanId));
  }

  List<SavedCard> ofHuman(String humanId) {
    return cards.ofHuman(humanId);
  }
}
