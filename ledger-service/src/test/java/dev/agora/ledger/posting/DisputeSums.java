package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerRun.require;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What banks take, reckoned apart from the ledger: of each purchase what was issued and paid, less
 * what went back since. Whatever came between, the disputed part of it was recovered out of what
 * was frozen and what the buyer had, or is owed, or lost.
 */
final class DisputeSums {

  private record Rest(Credits credits, Usd price) {

    Rest less(Credits taken, Usd returned) {
      return new Rest(credits.minus(taken), price.minus(returned));
    }

    /** The part that goes with those dollars, rounded up to 0.1 credit. */
    Credits share(Usd disputed) {
      if (disputed.equals(price)) {
        return credits;
      }
      BigDecimal tenths =
          BigDecimal.valueOf(credits.micros())
              .multiply(BigDecimal.valueOf(disputed.cents()))
              .divide(
                  BigDecimal.valueOf(price.cents() * Credits.MICROS_PER_CENT),
                  0,
                  RoundingMode.CEILING);
      return Credits.ofMicros(tenths.longValueExact() * Credits.MICROS_PER_CENT);
    }
  }

  /** How a posting changed the buyer, and what was written off with it. */
  private record Effect(Wallet from, Wallet to, Credits loss) {

    static Effect of(LedgerState before, Posting posting, Outcome.Accepted accepted) {
      Wallet from = before.wallet(Objects.requireNonNull(posting.payer())).orElseThrow();
      long loss =
          accepted.entries().stream()
              .filter(entry -> entry.account() == PlatformAccount.CREDIT_LOSSES)
              .mapToLong(Entry::units)
              .sum();
      Wallet to = accepted.wallets().getOrDefault(from.agent(), from);
      return new Effect(from, to, Credits.ofMicros(-loss));
    }

    Credits available() {
      return to.available().minus(from.available());
    }

    Credits frozen() {
      return to.frozen().minus(from.frozen());
    }

    Credits owed() {
      return from.debt().minus(to.debt());
    }

    /** Out of what was frozen, and out of what the buyer had beside it. */
    Credits recovered() {
      return available().plus(frozen()).negated();
    }
  }

  private final Map<PurchaseId, Rest> rests = new HashMap<>();

  void check(LedgerState before, Posting posting, Outcome.Accepted accepted) {
    switch (posting) {
      case Posting.Purchase it ->
          rests.put(it.purchaseId(), new Rest(it.base().plus(it.bonus()), it.price()));
      case Reversal.CaptureRefund it -> refunded(it, Effect.of(before, it, accepted));
      case Reversal.FreezeDispute it -> frozen(Effect.of(before, it, accepted), accepted);
      case Reversal.CloseDispute it when it.lost() ->
          lost(it, Effect.of(before, it, accepted), accepted);
      case Reversal.CloseDispute it -> won(Effect.of(before, it, accepted));
      default -> {}
    }
    PurchaseLot lot = accepted.purchase();
    require(
        lot == null || lot.outstanding().equals(rest(lot.id()).credits()),
        "what went back is not what was taken: %s",
        lot);
  }

  private Rest rest(PurchaseId id) {
    return Objects.requireNonNull(rests.get(id));
  }

  private void refunded(Reversal.CaptureRefund refund, Effect effect) {
    Credits taken = effect.from().held().minus(effect.to().held());
    rests.put(refund.purchase(), rest(refund.purchase()).less(taken, refund.refund()));
  }

  /**
   * Of the purchase's own credits only; there can be some although all of it was taken back, if
   * they came out of a hold since.
   */
  private static void frozen(Effect effect, Outcome.Accepted accepted) {
    Credits frozen = effect.frozen();
    require(frozen.equals(effect.available().negated()), "frozen, but not taken from the wallet");
    Dispute dispute = accepted.dispute();
    require(
        dispute == null || dispute.lots().ofPurchase(dispute.purchase()).equals(dispute.lots()),
        "credits of others are frozen");
  }

  private static void won(Effect effect) {
    require(effect.recovered().isZero(), "a won dispute keeps %s", effect.recovered());
    require(effect.owed().isZero() && effect.loss().isZero(), "a won dispute costs");
  }

  private void lost(Reversal.CloseDispute close, Effect effect, Outcome.Accepted accepted) {
    Rest rest = rest(close.purchase());
    Credits disputed = rest.share(close.disputed());
    Credits found = effect.recovered().plus(effect.owed()).plus(effect.loss());
    require(found.equals(disputed), "%s of the disputed %s were found", found, disputed);
    require(
        Objects.requireNonNull(accepted.dispute())
            .end()
            .equals(new Dispute.End(effect.recovered(), effect.owed(), effect.loss())),
        "told otherwise than it was done");
    require(
        effect.owed().plus(effect.loss()).isZero() || effect.to().available().isZero(),
        "owed or lost beside credits");
    require(
        effect.loss().isZero() || effect.to().status() == AgentStatus.CLOSED,
        "lost while the agent could owe it");
    rests.put(close.purchase(), rest.less(disputed, close.disputed()));
  }
}
