package dev.agora.billing.stripe;

import com.stripe.model.Event;
import com.stripe.model.StripeCollection;
import com.stripe.param.EventListParams;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.webhook.EventIntake;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fetches the events that Stripe could not deliver; those that are here change nothing. */
@Component
class UndeliveredEvents {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StripeCalls stripe;
  private final EventIntake intake;
  private final EventProperties properties;
  private final InstantSource clock;

  UndeliveredEvents(
      StripeCalls stripe, EventIntake intake, EventProperties properties, InstantSource clock) {
    this.stripe = stripe;
    this.intake = intake;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(
      fixedDelayString = "${agora.billing.event.undelivered-interval:5m}",
      initialDelayString = "${agora.billing.event.undelivered-interval:5m}")
  void poll() {
    StripePages.read(
        stripe, after -> client -> client.v1().events().list(wanted(after)), this::takeAll);
  }

  private EventListParams wanted(@Nullable String after) {
    long from = clock.instant().minus(properties.lookBack()).getEpochSecond();
    EventListParams.Builder wanted =
        EventListParams.builder()
            .setDeliverySuccess(false)
            .setCreated(EventListParams.Created.builder().setGte(from).build())
            .setLimit(StripePages.LARGEST);
    if (after != null) {
      wanted.setStartingAfter(after);
    }
    return wanted.build();
  }

  /** As they came over the wire: reading them as objects would lose what this release has not. */
  private void takeAll(StripeCollection<Event> page) {
    JSON.readTree(page.getLastResponse().body())
        .path("data")
        .forEach(event -> intake.take(event.toString()));
  }
}
