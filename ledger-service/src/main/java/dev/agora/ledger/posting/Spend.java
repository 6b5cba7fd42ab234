package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent pays the platform for a premium feature.
 *
 * @param feature which
 * @param reference the agent's own id of the matter
 */
public record Spend(
    PostingId id, AgentId payer, Credits amount, String feature, @Nullable String reference)
    implements Posting {

  public Spend {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("not above zero: " + amount);
    }
  }

  @Override
  public TransactionKind kind() {
    return TransactionKind.SPEND;
  }

  @Override
  public @Nullable AgentId payee() {
    return null;
  }

  @Override
  public Note note() {
    return new Note(reference, null, Map.of("feature", feature));
  }

  static Decision decide(LedgerState state, Spend spend) {
    Wallet payer = state.wallet(spend.payer()).orElse(null);
    if (payer == null) {
      return Decision.refuse(Rejection.AGENT_UNKNOWN);
    }
    if (payer.status() == AgentStatus.CLOSED) {
      return Decision.refuse(Rejection.AGENT_CLOSED);
    }
    if (payer.status() == AgentStatus.FROZEN) {
      return Decision.refuse(Rejection.AGENT_FROZEN);
    }
    Decision limited = Spending.refusal(state, payer, null, spend.amount());
    if (limited != null) {
      return limited;
    }
    if (payer.available().compareTo(spend.amount()) < 0) {
      return Transfers.insufficient(state, payer, spend.amount());
    }
    return new Draft(spend, spend.amount())
        .spend(payer)
        .takeFrom(payer, payer.lots().first(spend.amount()))
        .move(PlatformAccount.FEES_FEATURES, spend.amount());
  }
}
