package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import dev.agora.stripesimulator.state.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often, and with which key. The clock stands still unless it is moved. */
class GateTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @RegisterExtension
  final TestSimulator stripe = new TestSimulator(options -> options.withTime(() -> NOW));

  @Test
  void aBucketOfEachEndpointIsEmptiedAndFillsByTheSecond() throws StripeException {
    stripe.admin("POST", "rate-limits", "endpoint", 2);
    create("a");
    create("b");

    assertThat(limited("c")).isEqualTo("endpoint-rate");
    stripe.client().v1().balance().retrieve();
    stripe.advance(Duration.ofMillis(500));
    create("c");
    assertThat(limited("d")).isEqualTo("endpoint-rate");
  }

  @Test
  void oneBucketIsForAllEndpoints() throws StripeException {
    stripe.admin("POST", "rate-limits", "endpoint", 2, "global", 3);
    create("a");
    create("b");
    stripe.client().v1().balance().retrieve();

    assertThat(
            catchThrowableOfType(
                    RateLimitException.class, () -> stripe.client().v1().balance().retrieve())
                .getCode())
        .isEqualTo("rate_limit");
    assertThat(reason()).isEqualTo("global-rate");
    stripe.admin("DELETE", "rate-limits");
    create("c");
  }

  @Test
  void theLimitComesBeforeTheKeyIsLookedUp() throws StripeException {
    String first = create("same");
    stripe.admin("POST", "rate-limits", "endpoint", 1);
    create("other");

    assertThat(limited("same")).isEqualTo("endpoint-rate");
    stripe.advance(Duration.ofSeconds(1));
    assertThat(create("same")).isEqualTo(first);
  }

  @Test
  void aFaultLimitsWithAReasonOrWithout() {
    stripe.fault("RATE_LIMIT", "path", "/v1/customers");
    assertThat(limited("a")).isEmpty();
    stripe.fault(
        "RATE_LIMIT",
        "path",
        "/v1/customers",
        "headers",
        Json.object("Stripe-Rate-Limited-Reason", "resource-specific"));
    assertThat(limited("b")).isEqualTo("resource-specific");
  }

  @Test
  void aRestrictedKeyDoesWhatItMayAndNothingElse() throws StripeException {
    List<String> allows = List.of("GET /v1/*", "POST /v1/transfers*");
    stripe.admin("POST", "keys", "key", "rk_test_payouts", "allows", allows);
    RequestOptions payouts = RequestOptions.builder().setApiKey("rk_test_payouts").build();
    RequestOptions other = RequestOptions.builder().setApiKey("rk_test_other").build();

    stripe.client().v1().balance().retrieve(payouts);
    PermissionException refused =
        catchThrowableOfType(
            PermissionException.class,
            () ->
                stripe
                    .client()
                    .v1()
                    .customers()
                    .create(CustomerCreateParams.builder().build(), payouts));

    assertThat(refused).hasMessageContaining("required permissions");
    assertThat(refused.getMessage()).doesNotContain("rk_test_payouts");
    stripe.client().v1().customers().create(CustomerCreateParams.builder().build(), other);
  }

  private String create(String key) throws StripeException {
    RequestOptions once = RequestOptions.builder().setIdempotencyKey(key).build();
    CustomerCreateParams nobody = CustomerCreateParams.builder().build();
    return stripe.client().v1().customers().create(nobody, once).getId();
  }

  private String limited(String key) {
    assertThat(catchThrowableOfType(RateLimitException.class, () -> create(key))).isNotNull();
    return reason();
  }

  private String reason() {
    return stripe.witness().last().headers().firstValue("Stripe-Rate-Limited-Reason").orElse("");
  }
}
