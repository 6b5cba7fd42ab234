package dev.agora.stripe.webhook;

import dev.agora.http.problem.ProblemCode;

/** Why an event is not taken. Stripe shows the answer to operators, and sends it again. */
enum WebhookProblem implements ProblemCode {
  WEBHOOK_INVALID(400, "The event is not Stripe's, or not a current one.");

  private final int status;
  private final String title;

  WebhookProblem(int status, String title) {
    this.status = status;
    this.title = title;
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
    return false;
  }
}
