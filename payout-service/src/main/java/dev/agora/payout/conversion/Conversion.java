package dev.agora.payout.conversion;

import dev.agora.money.Usd;
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
 * @param askedBy the agent or its owner; null where that was not written down yet
 * @param capMonth whose caps it counts for
 * @param rejection with status REJECTED or CANCELED, and while the credits are on their way back
 * @param reversed what Stripe took back from the owner's account after it was sent
 * @param lapsesAt until when the owner can say yes, once it had to
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
    @Nullable String askedBy,
    YearMonth capMonth,
    ConversionStatus status,
    @Nullable Rejection rejection,
    @Nullable String transactionId,
    BankLeg bankLeg,
    Usd reversed,
    @Nullable Instant lapsesAt,
    Instant createdAt,
    Instant changedAt,
    long version) {

  /** Whether the owner asked for it, not an agent's key. */
  public boolean isAskedByOwner() {
    return humanId.equals(askedBy);
  }

  Conversion to(ConversionStatus next, Instant now) {
    return change(next, rejection, transactionId, bankLeg, reversed, lapsesAt, now);
  }

  Conversion awaitingOwner(Instant until, Instant now) {
    return change(
        ConversionStatus.APPROVAL, rejection, transactionId, bankLeg, reversed, until, now);
  }

  /** The same, with the reason why its credits go back. */
  Conversion turningBack(Rejection reason, Instant now) {
    return change(status, reason, transactionId, bankLeg, reversed, lapsesAt, now);
  }

  /** The end without dollars. */
  Conversion ended(ConversionStatus end, Rejection reason, Instant now) {
    return change(end, reason, transactionId, bankLeg, reversed, lapsesAt, now);
  }

  Conversion completed(String ledgerTransactionId, Instant now) {
    return change(
        ConversionStatus.COMPLETED,
        null,
        ledgerTransactionId,
        bankLeg.arrived(),
        reversed,
        lapsesAt,
        now);
  }

  Conversion at(BankLeg leg, Instant now) {
    return change(status, rejection, transactionId, leg, reversed, lapsesAt, now);
  }

  Conversion reversedBy(Usd sum, Instant now) {
    return change(status, rejection, transactionId, bankLeg, sum, lapsesAt, now);
  }

  private Conversion change(
      ConversionStatus nextStatus,
      @Nullable Rejection nextRejection,
      @Nullable String nextTransactionId,
      BankLeg nextLeg,
      Usd nextReversed,
      @Nullable Instant nextLapsesAt,
      Instant now) {
    return new Conversion(
        id,
        agentId,
        humanId,
        holdId,
        destination,
        terms,
        askedBy,
        capMonth,
        nextStatus,
        nextRejection,
        nextTransactionId,
        nextLeg,
        nextReversed,
        nextLapsesAt,
        createdAt,
        now,
        version + 1);
  }
}
