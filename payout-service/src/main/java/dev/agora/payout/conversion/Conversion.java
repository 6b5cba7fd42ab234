package dev.agora.payout.conversion;

import dev.agora.payout.quote.Terms;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Credits of an agent that become dollars of its owner.
 *
 * @param humanId the owner when it was asked for; is paid whoever owns the agent later
 * @param holdId under which the ledger sets the credits aside
 * @param destination the owner's Stripe account, {@code acct_…}
 * @param capMonth whose caps it counts for
 * @param rejection with status REJECTED
 * @param transactionId of the ledger, with status COMPLETED
 * @param version grows with each change
 */
public record Conversion(
    ConversionId id,
    String agentId,
    String humanId,
    String holdId,
    String destination,
    Terms terms,
    YearMonth capMonth,
    ConversionStatus status,
    @Nullable Rejection rejection,
    @Nullable String transactionId,
    BankLeg bankLeg,
    Instant createdAt,
    Instant changedAt,
    long version) {

  Conversion to(ConversionStatus next, Instant now) {
    return change(next, rejection, transactionId, bankLeg, now);
  }

  Conversion rejected(Rejection reason, Instant now) {
    return change(ConversionStatus.REJECTED, reason, transactionId, bankLeg, now);
  }

  Conversion completed(String ledgerTransactionId, Instant now) {
    return change(ConversionStatus.COMPLETED, null, ledgerTransactionId, bankLeg.arrived(), now);
  }

  Conversion at(BankLeg leg, Instant now) {
    return change(status, rejection, transactionId, leg, now);
  }

  private Conversion change(
      ConversionStatus nextStatus,
      @Nullable Rejection nextRejection,
      @Nullable String nextTransactionId,
      BankLeg nextLeg,
      Instant now) {
    return new Conversion(
        id,
        agentId,
        humanId,
        holdId,
        destination,
        terms,
        capMonth,
        nextStatus,
        nextRejection,
        nextTransactionId,
        nextLeg,
        createdAt,
        now,
        version + 1);
  }
}
