package dev.agora.crash.orders;

import dev.agora.ledger.account.Account;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Asset;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.ledger.posting.AgentStatus;
import dev.agora.ledger.posting.Entry;
import dev.agora.ledger.posting.Hold;
import dev.agora.ledger.posting.Ledger;
import dev.agora.ledger.posting.LedgerState;
import dev.agora.ledger.posting.Limits;
import dev.agora.ledger.posting.Lots;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.Spent;
import dev.agora.ledger.posting.Wallet;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** The ledger's function with a few agents, and what its entries sum to. */
final class Books {

  /** What each agent has bought, and what it was given on top. */
  private static final Usd PRICE = Usd.parse("20.00");

  private static final Credits BONUS = Credits.of(50);
  private static final FeeRate PURCHASE_FEE = FeeRate.ofBasisPoints(300);

  private final LedgerState state;
  private final List<AgentId> agents;
  private final Map<Account, Long> sums = new HashMap<>();

  Books(List<String> ids, Instant now) {
    agents = ids.stream().map(AgentId::new).toList();
    Map<AgentId, Wallet> wallets = new HashMap<>();
    for (AgentId agent : agents) {
      OwnerId owner = new OwnerId(agent.value().replace("agt_", "hum_"));
      wallets.put(
          agent,
          new Wallet(
              agent,
              owner,
              AgentStatus.ACTIVE,
              Lots.NONE,
              Credits.ZERO,
              Credits.ZERO,
              Credits.ZERO,
              0,
              Instant.EPOCH,
              Limits.NONE,
              Spent.NOTHING));
    }
    state =
        new LedgerState(
            now,
            1,
            Duration.ZERO,
            new LedgerState.Accounts(wallets, Map.of(), Map.of(), Map.of()),
            LedgerState.Past.NONE);
    agents.forEach(this::buy);
  }

  private void buy(AgentId agent) {
    PurchaseId purchase = new PurchaseId(agent.value().replace("agt_", "pur_"));
    post(
        new Posting.Purchase(
            PostingId.ofPurchase(purchase),
            purchase,
            agent,
            PRICE,
            PURCHASE_FEE.of(PRICE),
            PURCHASE_FEE,
            PRICE.atPar(),
            BONUS,
            Usd.ZERO,
            Note.NONE));
  }

  Outcome post(Posting posting) {
    Outcome outcome = Ledger.apply(state, posting);
    if (outcome instanceof Outcome.Accepted accepted) {
      state.take(accepted);
      for (Entry entry : accepted.entries()) {
        sums.merge(entry.account(), entry.units(), Math::addExact);
      }
    }
    return outcome;
  }

  /**
   * Throws if a credit was lost or made: entries sum to nothing, and agents have what was issued.
   */
  void check() {
    long all =
        sums.entrySet().stream()
            .filter(sum -> sum.getKey().asset() == Asset.CREDIT)
            .mapToLong(Map.Entry::getValue)
            .sum();
    require(all == 0, "the entries sum to %s", all);
    long issued = PRICE.atPar().plus(BONUS).micros() * agents.size();
    long owned =
        agents.stream()
            .map(agent -> state.wallet(agent).orElseThrow())
            .mapToLong(wallet -> wallet.available().plus(wallet.held()).micros())
            .sum();
    require(owned + fees() == issued, "%s of %s credits are there", owned + fees(), issued);
  }

  /** What the platform has taken, less what it gave back. */
  long fees() {
    return sums.getOrDefault(PlatformAccount.FEES_MARKETPLACE, 0L);
  }

  /** What is held of all agents' credits. */
  long held() {
    return agents.stream()
        .mapToLong(agent -> state.wallet(agent).orElseThrow().held().micros())
        .sum();
  }

  Hold hold(String id) {
    return state.hold(new HoldId(id)).orElseThrow();
  }

  /** The figures fill the text's {@code %s}. */
  static void require(boolean holds, String otherwise, Object... figures) {
    if (!holds) {
      String text = otherwise;
      for (Object figure : figures) {
        text = text.replaceFirst("%s", Matcher.quoteReplacement(String.valueOf(figure)));
      }
      throw new AssertionError(text);
    }
  }
}
