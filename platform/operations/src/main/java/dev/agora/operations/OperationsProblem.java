package dev.agora.operations;

import dev.agora.http.problem.ProblemCode;
import dev.agora.http.problem.ProblemTerms;

/** Why an operator's act was not done. */
enum OperationsProblem implements ProblemCode {
  SAGA_NOT_MOVABLE(409, "The saga can not be moved so as it stands.", false);

  private final ProblemTerms terms;

  OperationsProblem(int status, String title, boolean retryable) {
    this.terms = new ProblemTerms(status, title, retryable);
  }

  @Override
  public ProblemTerms terms() {
    return terms;
  }
}
