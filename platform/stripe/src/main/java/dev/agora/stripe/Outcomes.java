package dev.agora.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Reads a failure of the client as an outcome: the table of what was executed and what was not. */
final class Outcomes {

  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;

  private Outcomes() {}

  static <T> StripeOutcome<T> of(Throwable failure) {
    return switch (failure) {
      case RateLimitException busy -> unknown(Doubt.RATE_LIMITED, busy);
      // Before its parent, which is about the key as a whole.
      case PermissionException forbidden -> refused(forbidden);
      case AuthenticationException noKey -> unknown(Doubt.MISCONFIGURED, noKey);
      case IdempotencyException collision -> unknown(Doubt.KEY_COLLISION, collision);
      case CardException declined -> refused(declined);
      case InvalidRequestException invalid -> refused(invalid);
      case ApiConnectionException connection -> unknown(doubtAbout(connection), connection);
      case StripeException other -> byStatus(other);
      // A 2xx of another shape ends in a ClassCastException or a JSON error of the client.
      default -> unknown(Doubt.UNREADABLE, failure);
    };
  }

  private static <T> StripeOutcome<T> byStatus(StripeException failure) {
    Integer status = failure.getStatusCode();
    if (status == null || status < 400) {
      return unknown(Doubt.UNREADABLE, failure);
    }
    if (status == CONFLICT) {
      return unknown(Doubt.IN_FLIGHT, failure);
    }
    if (status == TOO_MANY) {
      return unknown(Doubt.RATE_LIMITED, failure);
    }
    return status >= 500 ? unknown(Doubt.SERVER_ERROR, failure) : refused(failure);
  }

  private static Doubt doubtAbout(ApiConnectionException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException) {
        return Doubt.NOT_SENT;
      }
    }
    return Doubt.NO_ANSWER;
  }

  private static <T> StripeOutcome<T> refused(StripeException refusal) {
    return new StripeOutcome.Refused<>(codeOf(refusal), messageOf(refusal));
  }

  private static <T> StripeOutcome<T> unknown(Doubt doubt, Throwable failure) {
    return new StripeOutcome.Unknown<>(doubt, messageOf(failure));
  }

  private static String codeOf(StripeException refusal) {
    String code = refusal.getCode();
    if (code != null) {
      return code;
    }
    Integer status = refusal.getStatusCode();
    return status == null ? "refused" : "refused_" + status;
  }

  private static String messageOf(Throwable failure) {
    @Nullable String message =
        failure instanceof StripeException stripe ? stripe.getUserMessage() : null;
    if (message == null) {
      message = failure.getMessage();
    }
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
