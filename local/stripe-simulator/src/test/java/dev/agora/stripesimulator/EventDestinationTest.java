package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.v2.core.EventDestination;
import com.stripe.param.v2.core.EventDestinationCreateParams;
import com.stripe.param.v2.core.EventDestinationCreateParams.EventPayload;
import com.stripe.param.v2.core.EventDestinationListParams;
import com.stripe.param.v2.core.EventDestinationUpdateParams;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventDestinationTest {
  @RegisterExtension final TestSimulator stripe = new TestSimulator();

  private final WebhookReceiver receiver = new WebhookReceiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void aDestinationHearsSignedEventsOfTheAccountsItNames() throws Exception {
    EventDestination own = create(EventPayload.SNAPSHOT, "payment_intent.succeeded", "@self");
    assertThat(own.getEventsFrom()).containsExactly("@self");
    Purchases.charge(stripe, 1_000, "pm_card_visa");

    awaitTypes("payment_intent.succeeded");

    WebhookReceiver.Received received = receiver.all("payment_intent.succeeded").getFirst();
    String secret = own.getWebhookEndpoint().getSigningSecret();
    assertThat(
            stripe
                .client()
                .constructEvent(received.payload(), received.signature(), secret)
                .getType())
        .isEqualTo("payment_intent.succeeded");
  }

  @Test
  void thinOnesHearOfAccountsAndAPing() throws Exception {
    EventDestination thin = create(EventPayload.THIN, "v2.core.account.created", "@accounts");
    assertThat(thin.getSnapshotApiVersion()).isNull();
    stripe.client().v2().core().accounts().create(Connected.create());
    stripe.client().v2().core().eventDestinations().ping(thin.getId());

    awaitTypes("v2.core.account.created", "v2.core.event_destination.ping");
  }

  @Test
  void aDisabledOneHearsNothingUntilItIsEnabled() throws StripeException {
    EventDestination made = create(EventPayload.SNAPSHOT, "customer.created", "@self");
    var destinations = stripe.client().v2().core().eventDestinations();

    EventDestination disabled = destinations.disable(made.getId());
    assertThat(disabled.getStatusDetails().getDisabled().getReason()).isEqualTo("user");
    stripe.client().v1().customers().create();
    assertThat(destinations.enable(made.getId()).getStatus()).isEqualTo("enabled");
    String heard = stripe.client().v1().customers().create().getId();

    awaitTypes("customer.created");
    assertThat(receiver.all("customer.created"))
        .singleElement()
        .satisfies(received -> assertThat(received.payload()).contains(heard));
  }

  @Test
  void itIsChangedAndDeleted() throws StripeException {
    EventDestination made = create(EventPayload.SNAPSHOT, "customer.created", "@self");
    var destinations = stripe.client().v2().core().eventDestinations();

    EventDestination changed =
        destinations.update(
            made.getId(),
            EventDestinationUpdateParams.builder()
                .setName("other")
                .addEnabledEvent("customer.deleted")
                .build());
    assertThat(changed.getName()).isEqualTo("other");
    assertThat(changed.getEnabledEvents()).containsExactly("customer.deleted");
    assertThat(changed.getWebhookEndpoint()).as("only shown if asked for").isNull();

    destinations.delete(made.getId());
    assertThat(
            catchThrowableOfType(
                InvalidRequestException.class, () -> destinations.retrieve(made.getId())))
        .hasMessageContaining(made.getId());
  }

  @Test
  void v2ListsHaveFurtherPages() throws StripeException {
    List<String> made = new ArrayList<>();
    for (int number = 0; number < 5; number++) {
      made.addFirst(create(EventPayload.SNAPSHOT, "customer.created", "@self").getId());
    }

    List<String> found = new ArrayList<>();
    stripe
        .client()
        .v2()
        .core()
        .eventDestinations()
        .list(EventDestinationListParams.builder().setLimit(2L).build())
        .autoPagingIterable()
        .forEach(each -> found.add(each.getId()));

    assertThat(found).isEqualTo(made);
  }

  private void awaitTypes(String... types) {
    Awaitility.await().untilAsserted(() -> assertThat(receiver.types()).contains(types));
  }

  private EventDestination create(EventPayload payload, String event, String from)
      throws StripeException {
    return stripe
        .client()
        .v2()
        .core()
        .eventDestinations()
        .create(
            EventDestinationCreateParams.builder()
                .setName("agora")
                .setType(EventDestinationCreateParams.Type.WEBHOOK_ENDPOINT)
                .setEventPayload(payload)
                .addEnabledEvent(event)
                .addEventsFrom(from)
                .addInclude(EventDestinationCreateParams.Include.WEBHOOK_ENDPOINT__SIGNING_SECRET)
                .setWebhookEndpoint(
                    EventDestinationCreateParams.WebhookEndpoint.builder()
                        .setUrl(receiver.url())
                        .build())
                .build());
  }
}
