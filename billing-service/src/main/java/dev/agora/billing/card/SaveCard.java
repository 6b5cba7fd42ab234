package dev.agora.billing.card;

import dev.agora.billing.card.CardSetups.OpenResult.Opened;
import dev.agora.billing.card.CardSetups.OpenResult.Unavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Opens the page that takes a card: Stripe's, so that no number ever comes near us. */
@Service
class SaveCard {

  private static final Logger log = LoggerFactory.getLogger(SaveCard.class);

  /** What people agree to; stored with the card, so that a later change of it changes nothing. */
  static final String CONSENT =
      "I let Agora keep this card and charge it when I am not there, for the automatic top-ups that"
          + " I set and within their monthly ceilings, until I remove it. (22 November 2026)";

  /** What came of it. */
  sealed interface Result {

    record TooMany(int atMost) implements Result {}

    record NotNow() implements Result {}

    record Opening(SavedCard card) implements Result {}
  }

  private final SavedCards cards;
  private final CardSetups setups;
  private final MoveCard moveCard;
  private final CardProperties properties;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  SaveCard(
      SavedCards cards,
      CardSetups setups,
      MoveCard moveCard,
      CardProperties properties,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.cards = cards;
    this.setups = setups;
    this.moveCard = moveCard;
    this.properties = properties;
    this.ids = ids;
    this.clock = clock;
  }

  Result begin(String humanId) {
    if (cards.ofHuman(humanId).size() >= properties.perHumanMax()) {
      return new Result.TooMany(properties.perHumanMax());
    }
    Instant now = clock.instant();
    SavedCard card =
        new SavedCard(
            CardId.of(ids.get()),
            humanId,
            CardStatus.PENDING,
            CONSENT,
            null,
            null,
            now,
            now.plus(properties.setupLifetime()),
            now,
            1);
    cards.add(card, now.plus(properties.checkInterval()));
    return switch (setups.open(card)) {
      case Opened(CardSetup setup) -> new Result.Opening(moveCard.opened(card.id(), setup));
      case Unavailable(String reason) -> {
        log.warn("no page for {}: {}", card.id(), reason);
        moveCard.expired(card.id());
        yield new Result.NotNow();
      }
    };
  }
}
