package dev.agora.http.problem;

/** The problem behind a bare status, as the framework and the container give them. */
final class StatusProblems {

  private StatusProblems() {}

  static Problem of(int status) {
    return switch (status) {
      case 401 -> Problem.of(CommonProblem.AUTHENTICATION_REQUIRED, "Send a credential.");
      case 403 -> Problem.of(CommonProblem.NOT_ALLOWED, "The caller may not do this.");
      case 404 -> Problem.of(CommonProblem.NO_SUCH_ROUTE, "Look at /docs for the routes.");
      case 405 -> Problem.of(CommonProblem.METHOD_NOT_ALLOWED, "The Allow header lists them.");
      case 406 -> Problem.of(CommonProblem.NOT_ACCEPTABLE, "Accept application/json.");
      case 413 -> Problem.of(CommonProblem.BODY_TOO_LARGE, "Send less at once.");
      case 415 -> Problem.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
      case 503 -> Problem.of(CommonProblem.TEMPORARILY_UNAVAILABLE, "Try again in a moment.");
      default ->
          status >= 400 && status < 500
              ? Problem.of(CommonProblem.MALFORMED_REQUEST, "The request could not be read.")
              : Problem.of(CommonProblem.INTERNAL_ERROR, "Name the request's id when you ask.");
    };
  }
}
