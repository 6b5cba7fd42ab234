package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.Stripe;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.StripeObject;
import com.stripe.model.WebhookEndpoint;
import com.stripe.net.Webhook;
import com.stripe.param.EventListParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointUpdateParams;
import dev.agora.stripesimulator.state.Json;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookTest {
  @RegisterExtension final TestSimulator stripe = new TestSimulator();

  @Test
  void eventsAreSignedAndCarryTheObjectAsItWas() throws Exception {
    String customer = stripe.client().v1().customers().create().getId();

    stripe.awaitPlatform("customer.created");
    var received = stripe.platform().first("customer.created");
    Event event =
        Webhook.constructEvent(
            received.payload(), received.signature(), TestSimulator.PLATFORM_SECRET);
    StripeObject object = event.getDataObjectDeserializer().getObject().orElseThrow();
    assertThat(object)
        .isInstanceOfSatisfying(
            Customer.class, snapshot -> assertThat(snapshot.getId()).isEqualTo(customer));
    assertThat(event.getRequest().getId()).startsWith("req_");
    assertThatThrownBy(
            () ->
                Webhook.constructEvent(
                    received.payload(), received.signature(), TestSimulator.CONNECT_SECRET))
        .isInstanceOf(SignatureVerificationException.class);
  }

  @Test
  void theSignatureIsFreshEvenWhenTheSimulatedClockIsAhead() throws Exception {
    stripe.advance(Duration.ofDays(40));
    stripe.client().v1().customers().create();

    stripe.awaitPlatform("customer.created");
    var received = stripe.platform().first("customer.created");
    assertThat(
            Webhook.constructEvent(
                    received.payload(), received.signature(), TestSimulator.PLATFORM_SECRET)
                .getType())
        .isEqualTo("customer.created");
  }

  @Test
  void whatIsRefusedIsSentAgainWithTheSameId() throws StripeException {
    stripe.platform().refuseNext(2);
    stripe.client().v1().customers().create();
    Awaitility.await()
        .untilAsserted(() -> assertThat(stripe.platform().refusalsLeft()).isEqualTo(1));
    assertThat(undelivered()).hasSize(1);

    stripe.advance(Duration.ofSeconds(10));
    Awaitility.await().untilAsserted(() -> assertThat(stripe.platform().refusalsLeft()).isZero());
    stripe.advance(Duration.ofSeconds(10));

    stripe.awaitPlatform("customer.created");
    Awaitility.await().untilAsserted(() -> assertThat(undelivered()).isEmpty());
  }

  @Test
  void anEndpointGetsOnlyTheEventsItAskedForAndItsSecretOnce() throws Exception {
    try (WebhookReceiver own = new WebhookReceiver()) {
      var endpoints = stripe.client().v1().webhookEndpoints();
      WebhookEndpoint endpoint =
          endpoints.create(
              WebhookEndpointCreateParams.builder()
                  .setUrl(own.url())
                  .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.CUSTOMER__DELETED)
                  .build());
      assertThat(endpoint.getSecret()).startsWith("whsec_");
      assertThat(endpoints.retrieve(endpoint.getId()).getSecret()).isNull();

      String customer = stripe.client().v1().customers().create().getId();
      stripe.client().v1().customers().delete(customer);

      Awaitility.await()
          .untilAsserted(() -> assertThat(own.types()).containsExactly("customer.deleted"));
      var received = own.first("customer.deleted");
      Event event =
          Webhook.constructEvent(received.payload(), received.signature(), endpoint.getSecret());
      assertThat(event.getType()).isEqualTo("customer.deleted");
      endpoints.update(
          endpoint.getId(), WebhookEndpointUpdateParams.builder().setDisabled(true).build());
      assertThat(endpoints.retrieve(endpoint.getId()).getStatus()).isEqualTo("disabled");
      endpoints.delete(endpoint.getId());
      assertThatThrownBy(() -> endpoints.retrieve(endpoint.getId()))
          .hasMessageContaining("No such webhook endpoint");
    }
  }

  @Test
  void eventsCanBeListedByTypeAndReplayed() throws StripeException {
    stripe.client().v1().customers().create();
    Purchases.charge(stripe, 1_000, "pm_card_visa");
    stripe.awaitPlatform("customer.created", "charge.succeeded");

    List<Event> charges =
        stripe
            .client()
            .v1()
            .events()
            .list(EventListParams.builder().addType("charge.succeeded").build())
            .getData();
    assertThat(charges).hasSize(1);
    stripe.admin(
        "POST",
        "events/replay",
        "types",
        List.of("charge.succeeded"),
        "order",
        "reversed",
        "copies",
        2);

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(stripe.platform().received())
                    .filteredOn(each -> each.type().equals("charge.succeeded"))
                    .hasSize(3)
                    .allSatisfy(
                        each ->
                            assertThat(each.json().get("id").getAsString())
                                .isEqualTo(charges.getFirst().getId())));
  }

  @Test
  void aDroppedWebhookIsStillInTheListAndASuppressedEventIsNot() throws StripeException {
    stripe.fault("WEBHOOK_DROP", "path", "customer.created");
    stripe.fault("EVENT_SUPPRESS", "path", "customer.deleted");
    stripe.fault("WEBHOOK_DUPLICATE", "path", "charge.succeeded");

    String customer = stripe.client().v1().customers().create().getId();
    stripe.client().v1().customers().delete(customer);
    Purchases.charge(stripe, 1_000, "pm_card_visa");

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(stripe.platform().types())
                    .filteredOn("charge.succeeded"::equals)
                    .hasSize(2));
    assertThat(stripe.platform().types()).doesNotContain("customer.created");
    assertThat(stripe.client().v1().events().list().getData())
        .extracting(Event::getType)
        .contains("customer.created")
        .doesNotContain("customer.deleted");
  }

  @Test
  void anEventCanBeOfAnotherReleaseOrOfAnEarlierMoment() throws StripeException {
    stripe.fault(
        "WEBHOOK_ALTER",
        "path",
        "customer.created",
        "set",
        Json.object("api_version", "2026-10-28.endive", "data.object.name", "Somebody else"));

    stripe.client().v1().customers().create();

    stripe.awaitPlatform("customer.created");
    var altered = stripe.platform().first("customer.created").json();
    assertThat(Json.text(altered, "api_version")).isEqualTo("2026-10-28.endive");
    assertThat(Json.text(altered, "data", "object", "name")).isEqualTo("Somebody else");
    assertThat(stripe.client().v1().events().list().getData().getFirst().getApiVersion())
        .isEqualTo(Stripe.API_VERSION);
  }

  private List<Event> undelivered() throws StripeException {
    return stripe
        .client()
        .v1()
        .events()
        .list(EventListParams.builder().setDeliverySuccess(false).build())
        .getData();
  }
}
