package dev.agora.stripesimulator.http;

import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Json;
import org.jspecify.annotations.Nullable;

/** A refusal in Stripe's shape; thrown by handlers, because Stripe's API answers so. */
public final class StripeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final boolean begun;
  private final transient JsonObject error;

  private StripeFailure(int status, boolean begun, JsonObject error) {
    super(Json.text(error, "message"), null, false, false);
    this.status = status;
    this.begun = begun;
    this.error = error;
  }

  /** A parameter that is wrong in itself: 400, found before anything was done, so never stored. */
  public static StripeFailure parameter(String code, @Nullable String param, String message) {
    return new StripeFailure(
        400, false, error("invalid_request_error", code, message, "param", param));
  }

  /** A required parameter that is absent. */
  public static StripeFailure missing(String param) {
    return parameter("parameter_missing", param, "Missing required param: " + param + ".");
  }

  /** A request that is well-formed but cannot be fulfilled now: 400, stored under the key. */
  public static StripeFailure refused(
      @Nullable String code, @Nullable String param, String message) {
    return new StripeFailure(
        400, true, error("invalid_request_error", code, message, "param", param));
  }

  /** The object of the path is not there: 404. */
  public static StripeFailure notFound(String what, String id) {
    return new StripeFailure(404, true, resourceMissing(what, id, "id"));
  }

  /** An object that a parameter names is not there: 400. */
  public static StripeFailure unknown(String what, String id, String param) {
    return new StripeFailure(400, true, resourceMissing(what, id, param));
  }

  /** The card was refused: 402, with what is known of the payment. */
  public static StripeFailure card(JsonObject error) {
    return new StripeFailure(402, true, error);
  }

  /** Any other error, of which nothing is stored. */
  public static StripeFailure of(int status, String type, @Nullable String code, String message) {
    return new StripeFailure(status, false, error(type, code, message));
  }

  private static JsonObject resourceMissing(String what, String id, String param) {
    return error(
        "invalid_request_error",
        "resource_missing",
        "No such %s: '%s'".formatted(what, id),
        "param",
        param);
  }

  private static JsonObject error(
      String type, @Nullable String code, String message, @Nullable Object... more) {
    JsonObject error = Json.object("type", type, "message", message);
    if (code != null) {
      Json.with(
          error, "code", code, "doc_url", "https://stripe.com/docs/error-codes/" + dashed(code));
    }
    if (more.length > 0 && more[1] != null) {
      Json.with(error, more);
    }
    return error;
  }

  private static String dashed(String code) {
    return code.replace('_', '-');
  }

  int status() {
    return status;
  }

  /** Whether the endpoint had begun to execute, so that the result belongs to the key. */
  boolean begun() {
    return begun;
  }

  JsonObject body(String requestId) {
    JsonObject copy = error.deepCopy();
    copy.addProperty("request_log_url", "https://dashboard.stripe.com/test/logs/" + requestId);
    return Json.object("error", copy);
  }
}
