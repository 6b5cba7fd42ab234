package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Transfer;
import com.stripe.param.TransferListParams;
import dev.agora.stripesimulator.state.Json;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller sees of each fault, whether the transfer happened, and what the key then gives. */
class FaultTest {
  @RegisterExtension final TestSimulator stripe = new TestSimulator();

  private String account = "";

  @BeforeEach
  void fundsAndSomebodyToPay() throws StripeException {
    account = Connected.active(stripe);
    Purchases.charge(stripe, 10_000, "pm_card_visa");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ERROR_BEFORE,  ApiException,            0, true
          ERROR_DURING,  ApiException,            0, false
          ERROR_AFTER,   ApiException,            1, false
          CLOSE_BEFORE,  ApiConnectionException,  0, true
          CLOSE_AFTER,   ApiConnectionException,  1, true
          HANG_AFTER,    ApiConnectionException,  1, true
          REFUSE,        InvalidRequestException, 0, false
          RATE_LIMIT,    RateLimitException,      0, true
          CONFLICT,      ApiException,            0, true
          BAD_GATEWAY,   ApiException,            0, true
          TRUNCATE,      ApiException,            1, true
          WRONG_OBJECT,  ClassCastException,      1, true
          """)
  void eachFaultFailsInItsWay(String kind, String seen, int executed, boolean retrySucceeds)
      throws StripeException {
    stripe.fault(kind, "path", "/v1/transfers", "method", "POST", "delayMillis", 3_000);

    Throwable failure = catchThrowable(this::transfer);

    assertThat(failure.getClass().getSimpleName()).isEqualTo(seen);
    assertThat(transfers()).isEqualTo(executed);
    Throwable again = catchThrowable(this::transfer);
    assertThat(again == null).isEqualTo(retrySucceeds);
    assertThat(transfers()).isEqualTo(Math.max(executed, retrySucceeds ? 1 : 0));
  }

  @Test
  void aRefusalSaysWhatTheTestWants() {
    stripe.fault(
        "REFUSE", "path", "/v1/transfers", "code", "balance_insufficient", "message", "No funds.");

    InvalidRequestException refused =
        catchThrowableOfType(InvalidRequestException.class, this::transfer);

    assertThat(refused.getCode()).isEqualTo("balance_insufficient");
    assertThat(refused).hasMessageContaining("No funds.");
  }

  @Test
  void anAnswerCanLieAboutWhatWasDone() throws StripeException {
    stripe.fault(
        "LIE", "path", "/v1/transfers", "set", Json.object("amount", 1, "currency", "eur"));

    Transfer lie = transfer();

    assertThat(lie.getAmount()).isEqualTo(1);
    assertThat(lie.getCurrency()).isEqualTo("eur");
    assertThat(transfer().getAmount()).isEqualTo(4_250);
  }

  @Test
  void anAnswerCanTrickle() throws StripeException {
    stripe.fault("TRICKLE", "path", "/v1/transfers", "method", "POST", "delayMillis", 300);

    long begin = System.nanoTime();
    assertThat(transfer().getAmount()).isEqualTo(4_250);

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(250));
  }

  @Test
  void whoIsTooBusyMaySayWhy() {
    stripe.fault("RATE_LIMIT", "path", "/v1/transfers", "code", "lock_timeout");

    RateLimitException busy = catchThrowableOfType(RateLimitException.class, this::transfer);

    assertThat(busy.getCode()).isEqualTo("lock_timeout");
  }

  @Test
  void aFaultCanWaitForMetadataAndForTheNthCall() throws StripeException {
    stripe.fault("RATE_LIMIT", "metadata", Json.object("conversion", "x"));
    stripe.fault("RATE_LIMIT", "path", "/v1/*", "method", "POST", "skip", 1);

    transfer();

    assertThat(catchThrowable(() -> Connected.transfer(stripe, account, 100)))
        .isInstanceOf(RateLimitException.class);
    stripe.admin("DELETE", "faults");
    assertThat(Connected.transfer(stripe, account, 100).getAmount()).isEqualTo(100);
  }

  @Test
  void nothingOfAServerErrorIsAStripeSecret() {
    stripe.fault("ERROR_DURING", "path", "/v1/transfers");

    ApiException failed = catchThrowableOfType(ApiException.class, this::transfer);

    assertThat(failed.getStatusCode()).isEqualTo(500);
    assertThat(failed).isNotInstanceOf(ApiConnectionException.class);
  }

  private Transfer transfer() throws StripeException {
    return stripe
        .client()
        .v1()
        .transfers()
        .create(Connected.transferOf(account, 4_250), Purchases.key("transfer-1"));
  }

  private int transfers() throws StripeException {
    return stripe
        .client()
        .v1()
        .transfers()
        .list(TransferListParams.builder().setTransferGroup("cnv_1").build())
        .getData()
        .size();
  }
}
