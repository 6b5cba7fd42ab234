package dev.agora.gateway.problem;

/** Ends a request from inside a stream, where no result reaches the filter. */
public final class GatewayProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final GatewayProblem problem;

  /**
   * Without a stack trace: it is an answer on its way, not a fault.
   *
   * @param detail a sentence that is safe to show to the caller
   */
  public GatewayProblemException(GatewayProblem problem, String detail) {
    super(detail, null, false, false);
    this.problem = problem;
  }

  public GatewayProblem problem() {
    return problem;
  }

  /** A sentence that is safe to show to the caller. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
