package dev.agora.payout.destination;

import dev.agora.payout.destination.ConnectedAccounts.Answer;
import dev.agora.payout.destination.ConnectedAccounts.Answer.Got;
import dev.agora.payout.destination.ConnectedAccounts.Answer.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the address where an owner completes an account. */
@Component
class OnboardingLinks {

  private static final Logger log = LoggerFactory.getLogger(OnboardingLinks.class);

  private final ConnectedAccounts connected;

  OnboardingLinks(ConnectedAccounts connected) {
    this.connected = connected;
  }

  DestinationResult to(PayoutAccount account) {
    if (account.isReady()) {
      return new DestinationResult.SetUp(account, null);
    }
    Answer<String> url = connected.onboardingUrl(account.stripeAccountId());
    return switch (url) {
      case Got<String>(String onboardingUrl) -> new DestinationResult.SetUp(account, onboardingUrl);
      case Unavailable<String>(String reason) -> unavailable(account.humanId(), reason);
    };
  }

  DestinationResult unavailable(String humanId, String reason) {
    log.warn("no payout account for {} now: {}", humanId, reason);
    return new DestinationResult.ProviderUnavailable();
  }
}
