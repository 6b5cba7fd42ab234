package dev.agora.operations;

import dev.agora.http.problem.ProblemCode;

/** Why an operator's act was not done. */
enum OperationsProblem implements ProblemCode {
  SAGA_NOT_MOVABLE(409, "The saga can not be moved so as it stands.", false);

  private final int status;
  private final String title;
  private final boolean retryable;

  OperationsProblem(int status, String title, boolean retryable) {
    this.status = status;
    this.title = title;
    this.retryable = retryable;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public boolean retryable() {
    return retryable;
  }
}
