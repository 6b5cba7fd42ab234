package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Transfer;
import com.stripe.net.RequestOptions;
import com.stripe.net.StripeResponse;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.TransferListParams;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rules of Stripe's "Idempotent requests" page, one test each. */
class IdempotencyTest {
  @RegisterExtension final TestSimulator stripe = new TestSimulator();

  private final RequestOptions key = Purchases.key("key-1");

  @Test
  void theSameKeyAndParametersGetTheSameAnswerAgain() throws StripeException {
    Customer first = create("Ann", key);
    String body = stripe.witness().last().body();

    Customer again = create("Ann", key);

    assertThat(again.getId()).isEqualTo(first.getId());
    StripeResponse replay = stripe.witness().last();
    assertThat(replay.body()).isEqualTo(body);
    assertThat(replay.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    assertThat(replay.headers().firstValue("Idempotency-Key")).hasValue("key-1");
    assertThat(customers()).isEqualTo(1);
  }

  @Test
  void withoutAReplayThereIsNoReplayHeader() throws StripeException {
    create("Ann", key);

    assertThat(stripe.witness().last().headers().firstValue("Idempotent-Replayed")).isEmpty();
    assertThat(stripe.witness().last().headers().firstValue("Request-Id")).isPresent();
  }

  @Test
  void otherParametersUnderTheKeyAreAnIdempotencyError() throws StripeException {
    create("Ann", key);

    IdempotencyException refused =
        catchThrowableOfType(IdempotencyException.class, () -> create("Bea", key));

    assertThat(refused.getStatusCode()).isEqualTo(400);
    assertThat(customers()).isEqualTo(1);
  }

  @Test
  void anotherEndpointUnderTheKeyIsAnIdempotencyError() throws StripeException {
    create("Ann", key);

    assertThatThrownBy(
            () ->
                stripe
                    .client()
                    .v1()
                    .paymentIntents()
                    .create(
                        PaymentIntentCreateParams.builder()
                            .setAmount(1_000L)
                            .setCurrency("usd")
                            .build(),
                        key))
        .isInstanceOf(IdempotencyException.class);
  }

  @Test
  void theOrderOfParametersDoesNotMatter() {
    String url = stripe.baseUrl() + "/v1/customers";

    String first = post(url, "name=Ann&metadata[a]=1&metadata[b]=2");
    String again = post(url, "metadata[b]=2&metadata[a]=1&name=Ann");

    assertThat(again).isEqualTo(first);
  }

  @Test
  void aDeclineIsStoredAsItIs() {
    PaymentIntentCreateParams params = Purchases.intent(1_000, "pm_card_chargeDeclined").build();

    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> stripe.client().v1().paymentIntents().create(params, key))
          .isInstanceOf(CardException.class);
    }

    assertThat(count("payment_intent")).isEqualTo(1);
  }

  @Test
  void aStored500IsReplayedThoughTheTransferHappened() throws StripeException {
    String account = Connected.active(stripe);
    Purchases.charge(stripe, 10_000, "pm_card_visa");
    stripe.fault("ERROR_AFTER", "path", "/v1/transfers");

    for (int attempt = 0; attempt < 2; attempt++) {
      ApiException failed = catchThrowableOfType(ApiException.class, () -> transfer(account, key));
      assertThat(failed.getStatusCode()).isEqualTo(500);
    }

    var found =
        stripe
            .client()
            .v1()
            .transfers()
            .list(TransferListParams.builder().setTransferGroup("cnv_1").build());
    assertThat(found.getData()).hasSize(1);
  }

  @Test
  void aWrongParameterIsNotStoredSoThatTheKeyCanBeUsedRight() throws StripeException {
    assertThatThrownBy(
            () ->
                stripe
                    .client()
                    .v1()
                    .customers()
                    .create(
                        CustomerCreateParams.builder().putExtraParam("colour", "red").build(), key))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("unknown parameter: colour");

    assertThat(create("Ann", key).getName()).isEqualTo("Ann");
  }

  @Test
  void aRateLimitIsNotStored() throws StripeException {
    stripe.fault("RATE_LIMIT", "path", "/v1/customers");

    assertThatThrownBy(() -> create("Ann", key)).isInstanceOf(RateLimitException.class);

    assertThat(create("Ann", key).getName()).isEqualTo("Ann");
  }

  @Test
  void aKeyInFlightIsAConflict() throws Exception {
    stripe.fault("HANG_BEFORE", "path", "/v1/customers", "delayMillis", 1_500);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Customer> first =
          CompletableFuture.supplyAsync(() -> unchecked("Ann"), threads);
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(
                          stripe
                              .admin("GET", "faults")
                              .getAsJsonArray("data")
                              .get(0)
                              .getAsJsonObject()
                              .get("hits")
                              .getAsInt())
                      .isEqualTo(1));

      ApiException conflict = catchThrowableOfType(ApiException.class, () -> create("Ann", key));

      assertThat(conflict.getStatusCode()).isEqualTo(409);
      assertThat(conflict.getCode()).isEqualTo("idempotency_key_in_use");
      String made = first.get().getId();
      assertThat(create("Ann", key).getId()).isEqualTo(made);
    }
  }

  @Test
  void aDayLaterTheSameKeyExecutesAgain() throws StripeException {
    Customer first = create("Ann", key);
    stripe.advance(Duration.ofHours(23));
    assertThat(create("Ann", key).getId()).isEqualTo(first.getId());

    stripe.advance(Duration.ofHours(1).plusSeconds(1));

    assertThat(create("Ann", key).getId()).isNotEqualTo(first.getId());
  }

  @Test
  void aKeyIsOnlyTheAccountsOwn() throws StripeException {
    String account = Connected.active(stripe);
    Customer first = create("Ann", key);

    Customer other =
        create(
            "Ann",
            RequestOptions.builder().setIdempotencyKey("key-1").setStripeAccount(account).build());

    assertThat(other.getId()).isNotEqualTo(first.getId());
  }

  @Test
  void v2ReplaysSuccessesForThirtyDaysAndExecutesFailuresAgain() throws StripeException {
    var accounts = stripe.client().v2().core().accounts();
    stripe.fault("ERROR_DURING", "path", "/v2/core/accounts");
    assertThatThrownBy(() -> accounts.create(Connected.create(), key))
        .isInstanceOf(StripeException.class);

    String made = accounts.create(Connected.create(), key).getId();
    stripe.advance(Duration.ofDays(29));

    assertThat(accounts.create(Connected.create(), key).getId()).isEqualTo(made);
    stripe.advance(Duration.ofDays(2));
    assertThat(accounts.create(Connected.create(), key).getId()).isNotEqualTo(made);
  }

  private Customer create(String name, RequestOptions options) throws StripeException {
    return stripe
        .client()
        .v1()
        .customers()
        .create(CustomerCreateParams.builder().setName(name).build(), options);
  }

  private Customer unchecked(String name) {
    try {
      return create(name, key);
    } catch (StripeException e) {
      throw new IllegalStateException(e);
    }
  }

  private Transfer transfer(String account, RequestOptions options) throws StripeException {
    return stripe.client().v1().transfers().create(Connected.transferOf(account, 4_250), options);
  }

  private String post(String url, String form) {
    return stripe
        .send(
            HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer sk_test_agora")
                .header("Idempotency-Key", "key-1")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)))
        .body();
  }

  private int customers() {
    return count("customer");
  }

  private int count(String type) {
    return stripe.admin("GET", "objects?type=" + type).getAsJsonArray("data").size();
  }
}
