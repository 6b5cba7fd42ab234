package dev.agora.marketplace.subscription;

import dev.agora.http.problem.ProblemCode;
import dev.agora.marketplace.listing.SaleCheck;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.marketplace.schema.JsonSchemas;
import java.util.List;

/** What came of an attempt to begin or change a subscription. */
sealed interface SubscriptionResult {

  /** Done. */
  record Done(Subscription subscription) implements SubscriptionResult {}

  /**
   * Not done. What the clock had due is done all the same.
   *
   * @param code why
   * @param detail a sentence about this case
   * @param misfits where the input does not fit; empty for other reasons
   */
  record Refused(ProblemCode code, String detail, List<JsonSchemas.Misfit> misfits)
      implements SubscriptionResult {

    Refused(ProblemCode code, String detail) {
      this(code, detail, List.of());
    }

    static Refused of(SaleCheck.Refusal refusal) {
      return new Refused(refusal.code(), refusal.detail(), refusal.misfits());
    }

    static Refused notFound() {
      return new Refused(
          MarketplaceProblem.SUBSCRIPTION_NOT_FOUND, "There is no such subscription among yours.");
    }
  }
}
