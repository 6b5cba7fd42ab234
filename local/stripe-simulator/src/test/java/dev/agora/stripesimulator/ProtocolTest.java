package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.stripe.Stripe;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import dev.agora.stripesimulator.oracle.ModelOracle;
import dev.agora.stripesimulator.state.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, headers, parameters and errors as Stripe has them. */
class ProtocolTest {
  @RegisterExtension final TestSimulator stripe = new TestSimulator();

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic abc", "Bearer pk_test_1", "Bearer sk_live_secret", "Bearer x"})
  void onlyTestKeysAreLetIn(String authorization) {
    HttpResponse<String> answer = call("GET", "/v1/customers", authorization, "");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(error(answer).get("type").getAsString()).isEqualTo("invalid_request_error");
    assertThat(answer.body()).doesNotContain("sk_live_secret");
  }

  @Test
  void restrictedTestKeysAreLetInToo() {
    assertThat(call("GET", "/v1/customers", "Bearer rk_test_1", "").statusCode()).isEqualTo(200);
  }

  @Test
  void theAccountOfAStripeAccountHeaderMustExist() {
    PermissionException refused =
        catchThrowableOfType(
            PermissionException.class,
            () ->
                stripe
                    .client()
                    .v1()
                    .balance()
                    .retrieve(RequestOptions.builder().setStripeAccount("acct_nobody").build()));

    assertThat(refused.getStatusCode()).isEqualTo(403);
  }

  @Test
  void answersNameTheRequestAndTheVersion() throws StripeException {
    stripe.client().v1().customers().create();

    var headers = stripe.witness().last().headers();
    assertThat(headers.firstValue("Request-Id").orElse("")).startsWith("req_");
    assertThat(headers.firstValue("Stripe-Version")).hasValue(Stripe.API_VERSION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /v1/customers         | colour=red                              | parameter_unknown         | colour
          /v1/customers         | address[planet]=mars                    | parameter_unknown         | address[planet]
          /v1/payment_intents   | currency=usd                            | parameter_missing         | amount
          /v1/payment_intents   | amount=ten&currency=usd                 | parameter_invalid_integer | amount
          /v1/payment_intents   | amount=10&currency=usd                  | amount_too_small          | amount
          /v1/payment_intents   | amount=1000&currency=usd&customer=cus_x | resource_missing          | customer
          /v1/checkout/sessions | mode=gift                               | parameter_invalid_string  | mode
          /v1/checkout/sessions | mode=payment                            | parameter_missing         | success_url
          /v1/checkout/sessions | mode=payment&success_url=https://x.y    | parameter_missing         | line_items
          /v1/checkout/sessions | mode=payment&success_url=x              | url_invalid               | success_url
          /v1/refunds           | charge=ch_x                             | resource_missing          | charge
          /v1/transfers         | amount=1&currency=usd                   | parameter_missing         | destination
          """)
  void aWrongParameterIsNamed(String path, String form, String code, String param) {
    HttpResponse<String> answer = call("POST", path, "Bearer sk_test_1", form);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(error(answer).get("code").getAsString()).isEqualTo(code);
    assertThat(error(answer).get("param").getAsString()).isEqualTo(param);
    assertThat(error(answer).get("request_log_url").getAsString()).contains("req_");
    assertThat(ModelOracle.problems(answer.body())).isEmpty();
  }

  @Test
  void whatIsNotThereIsA404() {
    HttpResponse<String> answer = call("GET", "/v1/customers/cus_nobody", "Bearer sk_test_1", "");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(error(answer).get("code").getAsString()).isEqualTo("resource_missing");
    assertThat(call("GET", "/v1/unicorns", "Bearer sk_test_1", "").body())
        .contains("Unrecognized request URL (GET: /v1/unicorns)");
  }

  @Test
  void onlyWhatCanBeExpandedIsExpanded() {
    InvalidRequestException refused =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                stripe
                    .client()
                    .v1()
                    .paymentIntents()
                    .create(
                        PaymentIntentCreateParams.builder()
                            .setAmount(1_000L)
                            .setCurrency("usd")
                            .addExpand("currency")
                            .build()));

    assertThat(refused).hasMessageContaining("This property cannot be expanded (currency).");
    assertThat(stripe.admin("GET", "objects?type=payment_intent").getAsJsonArray("data")).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameIds() throws StripeException {
    SimulatorOptions seeded = SimulatorOptions.defaults().withSeed("again");
    String first = firstCustomer(seeded);

    assertThat(firstCustomer(seeded)).isEqualTo(first);
    assertThat(firstCustomer(seeded.withSeed("other"))).isNotEqualTo(first);
  }

  private String firstCustomer(SimulatorOptions options) {
    try (StripeSimulator other = StripeSimulator.start(options)) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(other.baseUrl() + "/v1/customers"))
              .header("Authorization", "Bearer sk_test_1")
              .POST(HttpRequest.BodyPublishers.noBody());
      return Json.requiredText(Json.read(stripe.send(request).body()), "id");
    }
  }

  private HttpResponse<String> call(String method, String path, String authorization, String form) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(stripe.baseUrl() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, HttpRequest.BodyPublishers.ofString(form));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return stripe.send(request);
  }

  private static JsonObject error(HttpResponse<String> answer) {
    return Json.child(Json.read(answer.body()), "error");
  }
}
