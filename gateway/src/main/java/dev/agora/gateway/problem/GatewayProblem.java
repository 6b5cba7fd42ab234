package dev.agora.gateway.problem;

import java.util.Locale;

/** Why the gateway itself says no; in order of precedence. */
public enum GatewayProblem {
  MALFORMED_REQUEST(400, "The request is malformed.", false),
  REQUEST_TIMEOUT(408, "The request did not arrive in time.", false),
  NO_SUCH_ROUTE(404, "There is no such route.", false),
  TOO_MANY_REQUESTS(429, "Too many requests.", true),
  INVALID_CREDENTIAL(401, "The credential is not valid.", false),
  EXPIRED_CREDENTIAL(401, "The credential has expired.", false),
  REVOKED_CREDENTIAL(401, "The credential was revoked.", false),
  ADDRESS_NOT_ALLOWED(403, "The key may not be used from this address.", false),
  BODY_TOO_LARGE(413, "The body is too large.", false),
  TEMPORARILY_UNAVAILABLE(503, "A part that this needs is down; nothing was done.", true),
  OUTCOME_UNKNOWN(503, "The answer did not arrive; it is not known what was done.", true),
  INTERNAL_ERROR(500, "Something went wrong on our side.", false);

  private final int status;
  private final String title;
  private final boolean retryable;

  GatewayProblem(int status, String title, boolean retryable) {
    this.status = status;
    this.title = title;
    this.retryable = retryable;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** Whether the same request may succeed later without a change. */
  public boolean retryable() {
    return retryable;
  }

  /** Whether the rest of the request's body may still come, so that the connection has to end. */
  boolean leavesBodyUnread() {
    return this == REQUEST_TIMEOUT || this == BODY_TOO_LARGE;
  }

  /** As callers see it: {@code too_many_requests}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
