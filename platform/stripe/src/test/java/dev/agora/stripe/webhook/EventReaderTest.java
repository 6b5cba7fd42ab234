package dev.agora.stripe.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

  @Test
  void readsAClassicEventOfAnyVersion() {
    String json =
        """
        {"id": "evt_1", "object": "event", "type": "payment_intent.succeeded", "livemode": false,
         "api_version": null, "created": 1800000000, "account": "acct_1",
         "data": {"object": {"id": "pi_1", "object": "payment_intent", "status": "a new one",
                  "metadata": {"purchase": "pur_1"}}}}
        """;
    assertThat(EventReader.read(json))
        .contains(
            new StripeEvent(
                "evt_1",
                "payment_intent.succeeded",
                "acct_1",
                "pi_1",
                Map.of("purchase", "pur_1"),
                false,
                Instant.ofEpochSecond(1_800_000_000)));
  }

  @Test
  void readsAThinEvent() {
    String type = "v2.core.account[configuration.recipient].capability_status_updated";
    String json =
        """
        {"id": "evt_2", "object": "v2.core.event", "type": "%s", "livemode": true,
         "created": "2026-11-22T09:30:00.000Z",
         "related_object": {"id": "acct_1", "type": "v2.core.account", "url": "/v2/core/…"}}
        """
            .formatted(type);
    assertThat(EventReader.read(json))
        .contains(
            new StripeEvent(
                "evt_2",
                type,
                null,
                "acct_1",
                Map.of(),
                true,
                Instant.parse("2026-11-22T09:30:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{",
        "{}",
        "{\"object\": \"event\"}",
        "{\"object\": \"charge\", \"id\": \"ch_1\", \"type\": \"x\"}",
        "{\"object\": \"event\", \"id\": 7, \"type\": \"x\"}",
        "{\"object\": \"v2.core.event\", \"id\": \"evt_1\", \"type\": \"x\", \"created\": \"no\"}",
      })
  void nothingElseIsAnEvent(String json) {
    assertThat(EventReader.read(json)).isEmpty();
  }
}
