package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.checkout.Session;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.TopupCreateParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.tax.CalculationCreateParams.LineItem.TaxBehavior;
import dev.agora.stripesimulator.state.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything Stripe's own example of an object has, ours has too. */
class GoldenKeysTest {
  /** Left out by Stripe as well unless asked for, or on other kinds of the object only. */
  private static final Map<String, Set<String>> OPTIONAL = Map.of("charge", Set.of("refunds"));

  /** Objects without an id, which are made for each answer. */
  private static final Set<String> UNKEPT = Set.of("balance", "balance_settings", "login_link");

  private static final List<String> TYPES =
      List.of(
          "balance",
          "balance_settings",
          "balance_transaction",
          "bank_account",
          "charge",
          "checkout.session",
          "customer",
          "dispute",
          "event",
          "login_link",
          "payment_intent",
          "payment_method",
          "payout",
          "refund",
          "setup_intent",
          "tax.calculation",
          "topup",
          "transfer",
          "transfer_reversal",
          "webhook_endpoint");

  @RegisterExtension final TestSimulator stripe = new TestSimulator();

  @Test
  void everyObjectHasTheKeysOfStripesExample() throws StripeException {
    makeOneOfEach();

    for (String type : TYPES) {
      Set<String> wanted = new TreeSet<>(fixtures().getAsJsonObject(type).keySet());
      wanted.removeAll(OPTIONAL.getOrDefault(type, Set.of()));
      assertThat(anyOf(type).keySet()).as(type).containsAll(wanted);
    }
  }

  private void makeOneOfEach() throws StripeException {
    var v1 = stripe.client().v1();
    String account = Connected.active(stripe);
    Session session = Purchases.openSession(stripe, 20_000);
    stripe.submit(session.getUrl(), "card", "4242424242424242");
    Charge charge = Purchases.charge(stripe, 1_000, "pm_card_visa");
    stripe.admin("POST", "disputes", "charge", charge.getId());
    Charge other = Purchases.charge(stripe, 1_000, "pm_card_visa");
    v1.refunds().create(RefundCreateParams.builder().setCharge(other.getId()).build());
    v1.customers().create();
    v1.setupIntents().create(SetupIntentCreateParams.builder().build());
    v1.topups().create(TopupCreateParams.builder().setAmount(1_000L).setCurrency("usd").build());
    v1.webhookEndpoints()
        .create(
            WebhookEndpointCreateParams.builder()
                .setUrl("http://127.0.0.1:9/hook")
                .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.CHARGE__SUCCEEDED)
                .build());
    String transfer = Connected.transfer(stripe, account, 4_250).getId();
    v1.transfers().reversals().create(transfer);
    Connected.transfer(stripe, account, 4_250);
    stripe.advance(Duration.ofMinutes(2));
    v1.balance().retrieve();
    v1.balanceSettings().retrieve();
    v1.accounts().loginLinks().create(account);
    v1.tax().calculations().create(TaxCalculationTest.of(1_000L, TaxBehavior.EXCLUSIVE));
  }

  private JsonObject anyOf(String type) {
    if (UNKEPT.contains(type)) {
      return stripe.witness().answers().stream()
          .map(answer -> Json.read(answer.body()))
          .filter(answer -> type.equals(Json.text(answer, "object")))
          .findFirst()
          .orElseThrow();
    }
    List<JsonElement> all = Json.list(stripe.admin("GET", "objects?type=" + type), "data");
    assertThat(all).as(type).isNotEmpty();
    return Json.child(all.getFirst(), "object");
  }

  private static JsonObject fixtures() {
    try (InputStream in =
        Objects.requireNonNull(
            GoldenKeysTest.class.getResourceAsStream("/stripe/fixtures3.json"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Json.child(Json.read(text), "resources");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
