package dev.agora.billing.purchase;

import dev.agora.agents.Agent;
import dev.agora.agents.Agents;
import dev.agora.billing.purchase.Checkouts.OpenResult.Opened;
import dev.agora.billing.purchase.Checkouts.OpenResult.Unavailable;
import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.idempotency.StoredAnswer;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Opens a purchase and its checkout: one transaction, then the provider outside of any, then
 * another transaction. Whoever repeats the request after a crash in between goes on where it ended,
 * because the provider gets the same idempotency key and bytes.
 */
@Service
class BuyCredits {

  private static final Logger log = LoggerFactory.getLogger(BuyCredits.class);

  private final Agents agents;
  private final OpenPurchase openPurchase;
  private final Checkouts checkouts;

  BuyCredits(Agents agents, OpenPurchase openPurchase, Checkouts checkouts) {
    this.agents = agents;
    this.openPurchase = openPurchase;
    this.checkouts = checkouts;
  }

  /**
   * Buys.
   *
   * @param answerFor writes what the caller gets, from the opened purchase
   */
  BuyCreditsResult buy(
      BuyCreditsCommand command, IdempotencyKey key, Function<Purchase, StoredAnswer> answerFor) {
    Optional<StoredAnswer> earlier = openPurchase.earlier(key);
    if (earlier.isPresent()) {
      return new BuyCreditsResult.Repeated(earlier.get());
    }
    Optional<Agent> agent = agents.awaitOwned(command.agentId(), command.humanId());
    if (agent.isEmpty()) {
      return new BuyCreditsResult.AgentUnknown();
    }
    if (agent.get().isClosed()) {
      return new BuyCreditsResult.AgentClosed();
    }
    return switch (openPurchase.open(command, key)) {
      case OpenPurchase.Step.KeyReused _ -> new BuyCreditsResult.KeyReused();
      case OpenPurchase.Step.InFlight _ -> new BuyCreditsResult.InFlight();
      case OpenPurchase.Step.Ended(Purchase purchase) -> answer(purchase, key, answerFor);
      case OpenPurchase.Step.Opening(Purchase purchase) -> openCheckout(purchase, key, answerFor);
    };
  }

  private BuyCreditsResult openCheckout(
      Purchase purchase, IdempotencyKey key, Function<Purchase, StoredAnswer> answerFor) {
    return switch (checkouts.open(purchase)) {
      case Unavailable(String reason) -> {
        log.warn("no checkout for {}: {}", purchase.id(), reason);
        openPurchase.release(purchase.id());
        yield new BuyCreditsResult.Unavailable();
      }
      case Opened(Checkout checkout) -> answer(purchase.opened(checkout), key, answerFor);
    };
  }

  private BuyCreditsResult answer(
      Purchase purchase, IdempotencyKey key, Function<Purchase, StoredAnswer> answerFor) {
    StoredAnswer answer = answerFor.apply(purchase);
    try {
      openPurchase.opened(purchase, answer);
      return new BuyCreditsResult.Accepted(answer);
    } catch (DuplicateKeyException overtaken) {
      // A retry took over after the lease and was faster; it has the same checkout.
      return openPurchase
          .earlier(key)
          .<BuyCreditsResult>map(BuyCreditsResult.Repeated::new)
          .orElseGet(BuyCreditsResult.InFlight::new);
    }
  }
}
