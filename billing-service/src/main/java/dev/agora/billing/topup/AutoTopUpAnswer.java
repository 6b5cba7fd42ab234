package dev.agora.billing.topup;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule as its owner sees it.
 *
 * @param offReason why it was switched off, with {@code OFF}
 * @param declines in a row
 * @param inFlight the purchase under way
 * @param notBefore no charge earlier: after a decline, or when the month's ceiling is reached
 */
record AutoTopUpAnswer(
    String agent,
    TopUpStatus status,
    Credits threshold,
    @JsonProperty("package") @Nullable String packageId,
    @Nullable Usd amountUsd,
    Usd monthlyCeilingUsd,
    String paymentMethod,
    @Nullable OffReason offReason,
    int declines,
    @Nullable String inFlight,
    @Nullable Instant notBefore,
    Instant changedAt) {

  static AutoTopUpAnswer of(AutoTopUp rule) {
    TopUpTerms terms = rule.terms();
    return new AutoTopUpAnswer(
        rule.agentId(),
        rule.status(),
        terms.threshold(),
        terms.packageId(),
        terms.amount(),
        terms.monthlyCeiling(),
        terms.card().value(),
        rule.offReason(),
        rule.declines(),
        rule.inFlight() == null ? null : rule.inFlight().value(),
        rule.notBefore(),
        rule.changedAt());
  }
}
