package dev.agora.ledger.kafka;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.Returned;
import dev.agora.money.Usd;

/** The commands about a conversion's dollars that came back, and the postings they ask for. */
final class ReturnMessages {

  private ReturnMessages() {}

  record BookReturnedTransfer(
      String returnId, String conversionId, String agentId, String stripeReversalId, String usd) {

    Posting toPosting() {
      return new Returned.Book(
          new PostingId(returnId + "/book"), Usd.parse(usd), conversionId, stripeReversalId);
    }
  }

  record SettleReturnedTransfer(
      String returnId,
      String conversionId,
      String agentId,
      String outcome,
      String grossUsd,
      String feeUsd,
      String netUsd) {

    Posting toPosting() {
      PostingId id = new PostingId(returnId + "/settle");
      Usd net = Usd.parse(netUsd);
      return switch (outcome) {
        case "CREDITS" ->
            new Returned.Restore(
                id,
                new AgentId(agentId),
                Usd.parse(grossUsd),
                Usd.parse(feeUsd),
                net,
                conversionId,
                returnId);
        case "KEPT" -> new Returned.Keep(id, net, conversionId, returnId);
        default -> throw new IllegalArgumentException("no end of a return: " + outcome);
      };
    }
  }
}
