package dev.agora.billing.stripe;

import dev.agora.billing.card.CheckCard;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for saved cards whose event never came. */
@Component
class CardPoller {

  private final CheckCard checkCard;

  CardPoller(CheckCard checkCard) {
    this.checkCard = checkCard;
  }

  @Scheduled(
      fixedDelayString = "${agora.billing.poll-interval:2s}",
      initialDelayString = "${agora.billing.poll-interval:2s}")
  void poll() {
    checkCard.sweep();
  }
}
