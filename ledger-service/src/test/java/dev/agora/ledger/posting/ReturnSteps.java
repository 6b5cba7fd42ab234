package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.money.Economy;
import dev.agora.money.Usd;
import org.jspecify.annotations.Nullable;

/** Dollars of conversions that came back in a run, and what becomes of them. */
final class ReturnSteps {

  private static final int WHOLE = 10_000;

  /** Sent for conversions before the run began, in cents. */
  private static final long EARLIER = 5_000;

  private ReturnSteps() {}

  /**
   * Null if nothing is left of what was sent. That what came back is booked before it is settled is
   * the saga's to see to, so that here either may come first.
   */
  static @Nullable Posting of(PostingId id, Step step, LedgerRun run, Economy economy) {
    long most = step.verb() == Step.Verb.BOOK_RETURN ? notBooked(run) : unsettled(run);
    if (most == 0) {
      return null;
    }
    Usd sum = Usd.ofCents(Math.min(most, 1 + step.micros() % 3_000));
    return switch (step.verb()) {
      case BOOK_RETURN -> new Returned.Book(id, sum, "cnv", "trr");
      case KEEP -> new Returned.Keep(id, sum, "cnv", "rtn");
      default -> restore(id, LedgerFixture.agent(step.first() % LedgerRun.AGENTS), sum, economy);
    };
  }

  /** As payout reckons: no more than what the dollars would be paid for now. */
  private static Posting restore(PostingId id, AgentId agent, Usd net, Economy economy) {
    int rest = WHOLE - economy.conversionFee().basisPoints();
    Usd gross = Usd.ofCents(Math.floorDiv(net.cents() * WHOLE, rest));
    return new Returned.Restore(id, agent, gross, gross.minus(net), net, "cnv", "rtn");
  }

  private static long notBooked(LedgerRun run) {
    long notBooked = EARLIER;
    for (LedgerRun.Told told : run.told()) {
      if (told.outcome() instanceof Outcome.Accepted) {
        notBooked +=
            switch (told.posting()) {
              case Posting.CaptureConversion it -> it.net().cents();
              case Returned.Book it -> -it.sum().cents();
              default -> 0;
            };
      }
    }
    return notBooked;
  }

  private static long unsettled(LedgerRun run) {
    long unsettled = EARLIER;
    for (LedgerRun.Told told : run.told()) {
      if (told.outcome() instanceof Outcome.Accepted) {
        unsettled +=
            switch (told.posting()) {
              case Posting.CaptureConversion it -> it.net().cents();
              case Returned.Restore it -> -it.net().cents();
              case Returned.Keep it -> -it.sum().cents();
              default -> 0;
            };
      }
    }
    return unsettled;
  }
}
