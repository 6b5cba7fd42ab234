package dev.agora.stripe.webhook;

import dev.agora.http.problem.ProblemCode;
import dev.agora.http.problem.ProblemTerms;

/** Why an event is not taken. Stripe shows the answer to operators, and sends it again. */
enum WebhookProblem implements ProblemCode {
  WEBHOOK_INVALID(400, "The event is not Stripe's, or not a current one.");

  private final ProblemTerms terms;

  WebhookProblem(int status, String title) {
    this.terms = new ProblemTerms(status, title, false);
  }

  @Override
  public ProblemTerms terms() {
    return terms;
  }
}
