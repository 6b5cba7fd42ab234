package dev.agora.http.problem;

/** The reasons to say no that every service shares. */
public enum CommonProblem implements ProblemCode {
  MALFORMED_REQUEST(400, "The request is malformed."),
  MALFORMED_BODY(400, "The body is not well-formed JSON."),
  IDEMPOTENCY_KEY_REQUIRED(400, "This request needs an Idempotency-Key."),
  IDEMPOTENCY_KEY_INVALID(400, "The Idempotency-Key is not valid."),
  AUTHENTICATION_REQUIRED(401, "This request needs a credential."),
  INVALID_TOKEN(401, "The token is not valid."),
  NOT_ALLOWED(403, "The caller may not do this."),
  SCOPE_MISSING(403, "The key lacks a scope."),
  STEP_UP_REQUIRED(403, "This needs a password or a passkey shown a moment ago."),
  NOT_FOUND(404, "There is no such thing, or it is not yours."),
  NO_SUCH_ROUTE(404, "There is no such route."),
  METHOD_NOT_ALLOWED(405, "The route does not know this method."),
  NOT_ACCEPTABLE(406, "The answer has no form that the request accepts."),
  IDEMPOTENCY_IN_FLIGHT(409, "The first request with this key still runs.", true),
  STALE_VERSION(412, "It changed since it was read."),
  BODY_TOO_LARGE(413, "The body is too large."),
  UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not supported."),
  INVALID_REQUEST(422, "The request is well-formed but wrong."),
  INVALID_CURSOR(422, "The cursor is not one of this list."),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used with another body."),
  TOO_MANY_REQUESTS(429, "Too many requests.", true),
  INTERNAL_ERROR(500, "Something went wrong on our side."),
  TEMPORARILY_UNAVAILABLE(503, "A part that this needs is down; nothing was done.", true);

  private final ProblemTerms terms;

  CommonProblem(int status, String title) {
    this(status, title, false);
  }

  CommonProblem(int status, String title, boolean retryable) {
    this.terms = new ProblemTerms(status, title, retryable);
  }

  @Override
  public ProblemTerms terms() {
    return terms;
  }
}
