package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import dev.agora.stripesimulator.WebhookReceiver.Received;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a receiver of webhooks checks, and events that are too old to ask for. */
class SignatureTest {
  private static final String NEW = "whsec_new";

  @RegisterExtension final TestSimulator stripe = new TestSimulator();

  @Test
  void whileASecretIsReplacedBothSign() throws Exception {
    stripe.admin(
        "POST", "webhook_endpoints/we_platform/roll", "secret", NEW, "overlap_seconds", 3600);
    stripe.client().v1().customers().create();
    stripe.awaitPlatform("customer.created");
    Received both = stripe.platform().first("customer.created");
    assertThat(verified(both, NEW)).isEqualTo("customer.created");
    assertThat(verified(both, TestSimulator.PLATFORM_SECRET)).isEqualTo("customer.created");

    stripe.advance(Duration.ofHours(2));
    Purchases.charge(stripe, 1_000, "pm_card_visa");

    stripe.awaitPlatform("charge.succeeded");
    Received later = stripe.platform().first("charge.succeeded");
    assertThat(verified(later, NEW)).isEqualTo("charge.succeeded");
    assertThatThrownBy(() -> verified(later, TestSimulator.PLATFORM_SECRET))
        .isInstanceOf(SignatureVerificationException.class);
  }

  @Test
  void theTimeOfASignatureCanBeOff() throws Exception {
    stripe.fault("WEBHOOK_SKEW", "path", "customer.created", "skewSeconds", -3_600);
    stripe.client().v1().customers().create();
    stripe.awaitPlatform("customer.created");

    Received old = stripe.platform().first("customer.created");

    assertThatThrownBy(() -> verified(old, TestSimulator.PLATFORM_SECRET))
        .isInstanceOf(SignatureVerificationException.class)
        .hasMessageContaining("tolerance");
  }

  @Test
  void eventsAreKeptForThirtyDays() throws Exception {
    stripe.client().v1().customers().create();
    Event event = stripe.client().v1().events().list().getData().getFirst();

    stripe.advance(Duration.ofDays(29));
    assertThat(stripe.client().v1().events().retrieve(event.getId())).isNotNull();
    stripe.advance(Duration.ofDays(1));

    assertThat(stripe.client().v1().events().list().getData()).isEmpty();
    assertThatThrownBy(() -> stripe.client().v1().events().retrieve(event.getId()))
        .isInstanceOf(InvalidRequestException.class);
  }

  private static String verified(Received received, String secret)
      throws SignatureVerificationException {
    return Webhook.constructEvent(received.payload(), received.signature(), secret).getType();
  }
}
