package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Person;
import dev.agora.local.launcher.client.StripePages;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** What the Stripe stand-in charged, and the cards it may charge. */
final class Charges {

  private static final String CARDS = "/api/v1/billing/payment-methods";

  private Charges() {}

  /** The charge of a purchase. */
  static JsonNode find(Agora agora, String purchase) {
    return StripePages.objects(agora.stripeUrl(), "charge")
        .at("/data")
        .valueStream()
        .map(entry -> entry.at("/object"))
        .filter(charge -> purchase.equals(charge.at("/metadata/purchase").asString("")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no charge of " + purchase));
  }

  static String of(Agora agora, String purchase) {
    return find(agora, purchase).at("/id").asString();
  }

  /** Saves a card that can be charged; its id. */
  static String saveCard(Person owner, String number) {
    Answer card = owner.api().post(CARDS, Map.of("consent", true)).must(201);
    assertThat(StripePages.pay(card.text("/setupUrl"), number)).isEqualTo(303);
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(owner.api().get(CARDS).text("/items/0/status")).isEqualTo("ACTIVE"));
    return card.text("/id");
  }
}
