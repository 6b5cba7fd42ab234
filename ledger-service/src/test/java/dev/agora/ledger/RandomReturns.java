package dev.agora.ledger;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.Returned;
import dev.agora.money.Usd;
import java.util.Random;

/** Dollars of conversions that nobody remembers come back. */
final class RandomReturns {

  private static final String CONVERSION = "cnv";

  private RandomReturns() {}

  static Posting next(PostingId id, AgentId agent, Random random) {
    long units = random.nextLong(1, 21);
    Usd net = Usd.ofCents(85 * units);
    Usd fee = Usd.ofCents(15 * units);
    return switch (random.nextInt(3)) {
      case 0 -> new Returned.Book(id, net, CONVERSION, "trr");
      case 1 -> new Returned.Keep(id, net, CONVERSION, "rtn");
      default -> new Returned.Restore(id, agent, net.plus(fee), fee, net, CONVERSION, "rtn");
    };
  }
}
