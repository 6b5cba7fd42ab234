package dev.agora.stripesimulator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What customers, banks and Agora do to a simulator, drawn at random: also what must be refused,
 * and requests that come twice.
 */
final class RandomLife {

  private static final List<String> CARDS =
      List.of(
          "pm_card_visa",
          "pm_card_bypassPending",
          "pm_card_chargeDeclined",
          "pm_card_createDispute",
          "pm_card_refundFail",
          "pm_card_pendingRefund");
  private static final int CENTS_MAX = 50_000;

  private final TestSimulator stripe;
  private final Random random;
  private final List<String> accounts;
  private final List<String> happened = new ArrayList<>();
  private int keys;

  RandomLife(TestSimulator stripe, long seed, List<String> accounts) {
    this.stripe = stripe;
    this.random = new Random(seed);
    this.accounts = accounts;
  }

  /** Lets one thing happen. */
  void step() {
    switch (random.nextInt(11)) {
      case 0, 1 ->
          create(
              "payment_intents",
              "amount=%d&currency=usd&confirm=true&off_session=true&payment_method=%s"
                  .formatted(cents(), CARDS.get(random.nextInt(CARDS.size()))));
      case 2 -> any("charge", id -> create("refunds", "charge=" + id + "&amount=" + cents()));
      case 3 -> any("refund", id -> admin("refunds/" + id + "/fail", ""));
      case 4 -> any("charge", id -> admin("disputes", "{\"charge\":\"" + id + "\"}"));
      case 5 ->
          any(
              "dispute",
              id ->
                  admin(
                      "disputes/" + id + "/close",
                      "{\"status\":\"" + (random.nextBoolean() ? "won" : "lost") + "\"}"));
      case 6 ->
          create(
              "transfers",
              "amount=%d&currency=usd&destination=%s"
                  .formatted(cents(), accounts.get(random.nextInt(accounts.size()))));
      case 7 ->
          any("transfer", id -> create("transfers/" + id + "/reversals", "amount=" + cents()));
      case 8 ->
          any("payout", id -> admin("payouts/" + id + "/fail", "{\"code\":\"account_closed\"}"));
      case 9 -> admin("settle", "");
      default -> admin("clock/advance", "{\"seconds\":%d}".formatted(1 + random.nextInt(90_000)));
    }
  }

  /** Everything so far, with its answer, for whoever looks for what went wrong. */
  List<String> happened() {
    return List.copyOf(happened);
  }

  /** The objects of a type on all accounts. */
  Stream<JsonObject> all(String type) {
    return list("objects?type=" + type).map(each -> Json.child(each, "object"));
  }

  Stream<JsonElement> list(String path) {
    return Json.list(stripe.admin("GET", path), "data").stream();
  }

  private long cents() {
    return 1L + random.nextInt(CENTS_MAX);
  }

  private void any(String type, Consumer<String> act) {
    List<String> ids =
        new ArrayList<>(all(type).map(object -> Json.requiredText(object, "id")).toList());
    if (!ids.isEmpty()) {
      act.accept(ids.get(random.nextInt(ids.size())));
    }
  }

  /** Sends the request, every third time twice: the answers are the same, and so is the world. */
  private void create(String path, String form) {
    String key = "random-" + keys++;
    HttpResponse<String> first = post(path, form, key);
    note(path + " " + form, first);
    if (random.nextInt(3) == 0) {
      JsonObject counts = counts();
      HttpResponse<String> second = post(path, form, key);
      // A refusal of parameters is not kept for its key, and may be decided anew: also to the same.
      if (!second.body().equals(first.body()) || !counts().equals(counts)) {
        throw new AssertionError(
            "key %s of %s did two things: %s, then %s"
                .formatted(key, path, first.body(), second.body()));
      }
    }
  }

  private JsonObject counts() {
    return Json.child(stripe.admin("GET", "objects"), "counts");
  }

  private HttpResponse<String> post(String path, String form, String key) {
    return stripe.send(
        HttpRequest.newBuilder(URI.create(stripe.baseUrl() + "/v1/" + path))
            .header("Authorization", "Bearer sk_test_agora")
            .header("Stripe-Version", "2026-07-29.dahlia")
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** What can not happen any more is refused, and that is all right. */
  private void admin(String path, String body) {
    HttpResponse<String> answer =
        stripe.send(
            HttpRequest.newBuilder(URI.create(stripe.baseUrl() + "/_sim/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    note(path + " " + body, answer);
    if (answer.statusCode() >= 500) {
      throw new AssertionError(path + ": " + answer.body());
    }
  }

  private void note(String what, HttpResponse<String> answer) {
    happened.add(what + " -> " + answer.statusCode());
  }
}
