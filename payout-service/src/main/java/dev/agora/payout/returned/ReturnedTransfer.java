package dev.agora.payout.returned;

import dev.agora.money.Usd;
import dev.agora.payout.conversion.ConversionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Dollars of a conversion that came back from its owner's Stripe account.
 *
 * @param reversalId Stripe's, {@code trr_…}
 * @param agentId whose credits they had been
 * @param humanId the owner, who had been paid
 * @param verdict null while nobody has said what becomes of them
 * @param paidAs the conversion that pays them again; null before, and if none does
 * @param version grows with each change
 */
public record ReturnedTransfer(
    ReturnId id,
    String reversalId,
    ConversionId conversion,
    String agentId,
    String humanId,
    Usd amount,
    ReturnStatus status,
    @Nullable Verdict verdict,
    @Nullable ConversionId paidAs,
    Instant foundAt,
    Instant changedAt,
    long version) {

  ReturnedTransfer owed(Instant now) {
    return change(ReturnStatus.OWED, verdict, paidAs, now);
  }

  ReturnedTransfer asked(Verdict said, Instant now) {
    return change(ReturnStatus.ASKED, said, paidAs, now);
  }

  ReturnedTransfer settling(Verdict approved, Instant now) {
    return change(ReturnStatus.SETTLING, approved, paidAs, now);
  }

  ReturnedTransfer settled(@Nullable ConversionId again, Instant now) {
    return change(ReturnStatus.SETTLED, verdict, again, now);
  }

  private ReturnedTransfer change(
      ReturnStatus next, @Nullable Verdict said, @Nullable ConversionId again, Instant now) {
    return new ReturnedTransfer(
        id,
        reversalId,
        conversion,
        agentId,
        humanId,
        amount,
        next,
        said,
        again,
        foundAt,
        now,
        version + 1);
  }
}
