package dev.agora.payout.returned;

import dev.agora.money.Usd;
import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.returned.Reversals.Reversal;
import java.util.List;
import org.springframework.stereotype.Service;

/** Finds out which dollars came back, when Stripe says that some did. */
@Service
public class NoticeReturns {

  private final Reversals reversals;
  private final RecordReturn record;

  NoticeReturns(Reversals reversals, RecordReturn record) {
    this.reversals = reversals;
    this.record = record;
  }

  /**
   * Asks Stripe for what is new, and has it booked.
   *
   * @param reversed of that transfer, in all
   * @return whether something of it is owed, or not known here yet
   */
  public boolean notice(ConversionId conversion, String transferId, Usd reversed) {
    if (sum(record.of(conversion)).compareTo(reversed) < 0) {
      List<Reversal> all = reversals.of(transferId).orElseGet(List::of);
      all.forEach(reversal -> record.found(conversion, reversal));
    }
    List<ReturnedTransfer> known = record.of(conversion);
    return sum(known).compareTo(reversed) < 0
        || known.stream().anyMatch(it -> it.status() != ReturnStatus.SETTLED);
  }

  private static Usd sum(List<ReturnedTransfer> returned) {
    return returned.stream().map(ReturnedTransfer::amount).reduce(Usd.ZERO, Usd::plus);
  }
}
