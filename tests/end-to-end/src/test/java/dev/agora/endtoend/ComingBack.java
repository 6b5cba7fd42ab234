package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Person;
import dev.agora.local.launcher.client.StripePages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Dollars that were sent to an owner, and come back from their Stripe account. */
final class ComingBack {

  private static final String CONVERSIONS = "/api/v1/billing/conversions/";

  private ComingBack() {}

  /** Converts, for an owner whose bank account is not usable; answers the conversion's id. */
  static String keptAtStripe(Agora agora, Person owner, Agent agent, String credits) {
    owner.onboard();
    String account =
        objects(agora, "v2.core.account")
            .reduce((before, last) -> last)
            .orElseThrow()
            .at("/id")
            .asString();
    agora
        .stripe()
        .post("/_sim/accounts/" + account + "/restrict", Map.of("capability", "payouts"))
        .must(200);
    String conversion =
        agent
            .api()
            .post("/api/v1/billing/convert-to-usd", Map.of("credits", credits))
            .must(202)
            .text("/id");
    agora.await(agent.api(), CONVERSIONS + conversion, "COMPLETED");
    return conversion;
  }

  /** Somebody takes so much of it back, at Stripe. */
  static void reverse(Agora agora, String conversion, int cents) {
    String transfer =
        objects(agora, "transfer")
            .filter(object -> conversion.equals(object.at("/transfer_group").asString("")))
            .findFirst()
            .orElseThrow()
            .at("/id")
            .asString();
    URI address = agora.stripeUrl().resolve("/v1/transfers/" + transfer + "/reversals");
    String key = agora.environment(Part.PAYOUT, "STRIPE_API_KEY");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("amount=" + cents))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError("Stripe's stand-in gave no answer", failed);
    }
  }

  private static Stream<JsonNode> objects(Agora agora, String type) {
    return StripePages.objects(agora.stripeUrl(), type)
        .at("/data")
        .valueStream()
        .map(entry -> entry.at("/object"));
  }
}
