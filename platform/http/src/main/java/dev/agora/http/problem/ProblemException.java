package dev.agora.http.problem;

/**
 * Ends a request with a problem from where no result type reaches the controller: argument
 * resolution and body reading. Business refusals are results, not exceptions.
 */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.code().code() + ": " + problem.detail());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
