package dev.agora.ledger.posting;

import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of what the platform gives away, redeems or corrects: never by issuing. */
final class Operations {

  private static final List<PlatformAccount> FEES =
      List.of(
          PlatformAccount.FEES_TRANSFER,
          PlatformAccount.FEES_MARKETPLACE,
          PlatformAccount.FEES_FEATURES);

  private Operations() {}

  static Decision decide(LedgerState state, Operation operation) {
    return switch (operation) {
      case Operation.Reward reward -> reward(state, reward);
      case Operation.FundRewards fund ->
          outOfFees(
              state, fund, new Draft(fund, fund.sum()).move(PlatformAccount.REWARDS, fund.sum()));
      case Operation.CloseFees close -> close(state, close);
      case Operation.Grant grant -> grant(state, grant);
      case Operation.Charge charge -> charge(state, charge);
      case Operation.Reverse reverse -> Opposites.decide(state, reverse);
    };
  }

  private static Decision reward(LedgerState state, Operation.Reward reward) {
    Wallet agent = state.wallet(reward.payee()).orElse(null);
    Rejection unfit = unfit(agent);
    if (agent == null || unfit != null) {
      return Decision.refuse(unfit == null ? Rejection.AGENT_UNKNOWN : unfit);
    }
    if (state.total(PlatformAccount.REWARDS) < reward.sum().micros()) {
      return Decision.refuse(Rejection.NOT_ENOUGH_COLLECTED);
    }
    Draft draft =
        new Draft(reward, reward.sum()).move(PlatformAccount.REWARDS, reward.sum().negated());
    Income.receive(draft, agent, Lots.of(state.earnedLot(), reward.sum()));
    return draft;
  }

  private static Decision close(LedgerState state, Operation.CloseFees close) {
    Usd worth = close.sum().atPar();
    return outOfFees(
        state,
        close,
        new Draft(close, close.sum())
            .move(PlatformAccount.REDEMPTION, close.sum())
            .move(PlatformAccount.CREDIT_LIABILITY, worth)
            .move(PlatformAccount.REVENUE_COLLECTED_FEES, worth.negated()));
  }

  private static Decision grant(LedgerState state, Operation.Grant grant) {
    Wallet agent = state.wallet(grant.payee()).orElse(null);
    Rejection unfit = unfit(agent);
    if (agent == null || unfit != null) {
      return Decision.refuse(unfit == null ? Rejection.AGENT_UNKNOWN : unfit);
    }
    Draft draft = new Draft(grant, grant.sum());
    Lot lot = new Lot(Bucket.PROMOTIONAL, state.nextNumber());
    Income.receive(draft, agent, Lots.of(lot, grant.sum()));
    return outOfFees(state, grant, draft);
  }

  private static Decision charge(LedgerState state, Operation.Charge charge) {
    Wallet agent = state.wallet(charge.payer()).orElse(null);
    Rejection unfit = unfit(agent);
    if (agent == null || unfit != null) {
      return Decision.refuse(unfit == null ? Rejection.AGENT_UNKNOWN : unfit);
    }
    if (agent.available().compareTo(charge.sum()) < 0) {
      return Transfers.insufficient(state, agent, charge.sum());
    }
    return new Draft(charge, charge.sum())
        .takeFrom(agent, agent.lots().first(charge.sum()))
        .move(PlatformAccount.FEES_FEATURES, charge.sum());
  }

  /** Takes the sum out of the fee accounts, one after the other. */
  private static Decision outOfFees(LedgerState state, Operation operation, Draft draft) {
    long missing = operation.sum().micros();
    for (PlatformAccount fees : FEES) {
      long part = Math.max(0, Math.min(missing, state.total(fees)));
      draft.move(fees, Credits.ofMicros(part).negated());
      missing -= part;
    }
    return missing > 0 ? Decision.refuse(Rejection.NOT_ENOUGH_COLLECTED) : draft;
  }

  private static @Nullable Rejection unfit(@Nullable Wallet agent) {
    if (agent == null) {
      return Rejection.AGENT_UNKNOWN;
    }
    return agent.status() == AgentStatus.CLOSED ? Rejection.AGENT_CLOSED : null;
  }
}
