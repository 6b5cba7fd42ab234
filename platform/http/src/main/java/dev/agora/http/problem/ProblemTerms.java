package dev.agora.http.problem;

/**
 * What is the same for every occurrence of a problem.
 *
 * @param status of HTTP, 400 to 599
 * @param title one short sentence
 * @param retryable whether the same request may succeed later without a change
 */
public record ProblemTerms(int status, String title, boolean retryable) {

  private static final int STATUS_MIN = 400;
  private static final int STATUS_MAX = 599;

  public ProblemTerms {
    if (status < STATUS_MIN || status > STATUS_MAX) {
      throw new IllegalArgumentException("a problem has a status of 400 to 599, not " + status);
    }
  }
}
