package dev.agora.payout.stripe;

import dev.agora.payout.destination.Destinations;
import dev.agora.payout.destination.NoticeBankChange;
import dev.agora.payout.transfer.FollowPayout;
import dev.agora.stripe.webhook.StripeEvent;
import dev.agora.stripe.webhook.StripeEventHandler;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes events about owners' accounts as a reason to look, whatever they say happened. */
@Component
class ConnectEventHandler implements StripeEventHandler {

  private static final String ACCOUNTS = "v2.core.account";
  private static final String ACCOUNT_UPDATED = "account.updated";
  private static final String BANKS = "account.external_account.";
  private static final String PAYOUTS = "payout.";

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
  public boolean heeds(String type) {
    return type.equals(ACCOUNT_UPDATED)
        || Stream.of(ACCOUNTS, BANKS, PAYOUTS).anyMatch(type::startsWith);
  }

  @Override
  public void handle(StripeEvent event) {
    String object = event.objectId();
    String account = event.account();
    if (object == null) {
      return;
    }
    if (event.type().startsWith(ACCOUNTS) || event.type().equals(ACCOUNT_UPDATED)) {
      destinations.followEvent(object);
    } else if (event.type().startsWith(BANKS) && account != null) {
      noticeBankChange.changed(account);
    } else if (event.type().startsWith(PAYOUTS) && account != null) {
      followPayout.follow(account, object);
    }
  }
}
