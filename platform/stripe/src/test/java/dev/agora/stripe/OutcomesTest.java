package dev.agora.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table of what was executed, what was not, and what nobody knows. */
class OutcomesTest {

  @ParameterizedTest
  @MethodSource
  void refusalsAreCertain(Throwable failure, String code) {
    assertThat(Outcomes.<String>of(failure))
        .isInstanceOfSatisfying(
            StripeOutcome.Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  static Stream<Arguments> refusalsAreCertain() {
    return Stream.of(
        Arguments.of(invalid("parameter_unknown", 400), "parameter_unknown"),
        Arguments.of(invalid("balance_insufficient", 400), "balance_insufficient"),
        Arguments.of(invalid("resource_missing", 404), "resource_missing"),
        Arguments.of(
            new CardException("declined", "req_1", "card_declined", null, null, null, 402, null),
            "card_declined"),
        Arguments.of(new PermissionException("no", "req_1", null, 403), "refused_403"));
  }

  @ParameterizedTest
  @MethodSource
  void everythingElseIsInDoubt(Throwable failure, Doubt doubt, boolean perhapsDone) {
    assertThat(Outcomes.<String>of(failure))
        .isInstanceOfSatisfying(
            StripeOutcome.Unknown.class,
            unknown -> {
              assertThat(unknown.doubt()).isEqualTo(doubt);
              assertThat(unknown.doubt().isPerhapsDone()).isEqualTo(perhapsDone);
            });
  }

  static Stream<Arguments> everythingElseIsInDoubt() {
    return Stream.of(
        Arguments.of(connection(new ConnectException()), Doubt.NOT_SENT, false),
        Arguments.of(connection(new UnknownHostException()), Doubt.NOT_SENT, false),
        Arguments.of(connection(new SocketTimeoutException()), Doubt.NO_ANSWER, true),
        Arguments.of(connection(new SocketException("reset")), Doubt.NO_ANSWER, true),
        Arguments.of(connection(new EOFException()), Doubt.NO_ANSWER, true),
        Arguments.of(
            new RateLimitException("slow", null, "req_1", null, 429, null),
            Doubt.RATE_LIMITED,
            false),
        Arguments.of(
            new AuthenticationException("key", "req_1", null, 401), Doubt.MISCONFIGURED, false),
        Arguments.of(
            new IdempotencyException("reused", "req_1", null, 400), Doubt.KEY_COLLISION, true),
        Arguments.of(api(409), Doubt.IN_FLIGHT, true),
        Arguments.of(api(500), Doubt.SERVER_ERROR, true),
        Arguments.of(api(502), Doubt.SERVER_ERROR, true),
        Arguments.of(api(200), Doubt.UNREADABLE, true),
        Arguments.of(new ClassCastException("another object"), Doubt.UNREADABLE, true),
        Arguments.of(new IllegalStateException("bad JSON"), Doubt.UNREADABLE, true));
  }

  private static InvalidRequestException invalid(String code, int status) {
    return new InvalidRequestException("no", null, "req_1", code, status, null);
  }

  private static ApiConnectionException connection(Throwable cause) {
    return new ApiConnectionException("broken", cause);
  }

  private static ApiException api(int status) {
    return new ApiException("oh", "req_1", null, status, null);
  }
}
