package dev.agora.payout.stripe;

import dev.agora.payout.destination.Destinations;
import dev.agora.payout.destination.NoticeBankChange;
import dev.agora.payout.transfer.FollowPayout;
import dev.agora.stripe.webhook.StripeEvent;
import dev.agora.stripe.webhook.StripeEventHandler;
import org.springframework.stereotype.Component;

/** Takes events about owners' accounts as a reason to look, whatever they say happened. */
@Component
class ConnectEventHandler implements StripeEventHandler {

  private final Destinations destinations;
  private final NoticeBankChange noticeBankChange;
  private final FollowPayout followPayout;

  ConnectEventHandler(
      Destinations destinations, NoticeBankChange noticeBankChange, FollowPayout followPayout) {
    this.destinations = destinations;
    this.noticeBankChange = noticeBankChange;
    this.followPayout = followPayout;
  }

  @Override
  public void handle(StripeEvent event) {
    String object = event.objectId();
    String account = event.account();
    if (object == null) {
      return;
    }
    if (event.type().startsWith("v2.core.account") || event.type().equals("account.updated")) {
      destinations.followEvent(object);
    } else if (event.type().startsWith("account.external_account.") && account != null) {
      noticeBankChange.changed(account);
    } else if (event.type().startsWith("payout.") && account != null) {
      followPayout.follow(account, object);
    }
  }
}
