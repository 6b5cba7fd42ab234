package dev.agora.marketplace.order;

import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import java.util.Optional;
import org.springframework.http.ResponseEntity;

/** What an agent's key needs for acts that are open to both sides of an order. */
public final class TradeScope {

  private TradeScope() {}

  /** The refusal of a key that may neither buy nor sell; empty for one that may, and for humans. */
  public static Optional<ResponseEntity<?>> missing(Caller caller) {
    boolean mayTrade =
        caller.is(Role.HUMAN)
            || caller.scopes().contains(Scope.MARKET_BUY)
            || caller.scopes().contains(Scope.MARKET_SELL);
    return mayTrade
        ? Optional.empty()
        : Optional.of(
            Problems.answer(
                Problem.of(
                        CommonProblem.SCOPE_MISSING,
                        "The key lacks the scope market:buy or market:sell.")
                    .withRemedy("The agent's owner can make a key with that scope.")));
  }
}
