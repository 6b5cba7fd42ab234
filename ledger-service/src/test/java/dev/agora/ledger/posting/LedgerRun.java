package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.DisputeId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A run of random postings, each made of a step. Every posting is applied twice, and everything
 * that must hold is checked after each; a failure tells the run's story, posting by posting.
 */
final class LedgerRun {

  static final int AGENTS = 5;

  interface Owners {
    @Nullable OwnerId of(int agent);
  }

  /** A posting and what became of it. */
  record Told(Posting posting, Outcome outcome) {}

  private final Economy economy;
  private final StepPostings postings;
  private final LedgerBooks books;
  private final LedgerRules rules = new LedgerRules();
  private final LedgerInvariants invariants;
  private final List<Told> story = new ArrayList<>();
  private final Map<PostingId, Told> accepted = new LinkedHashMap<>();
  private final Set<HoldId> holds = new LinkedHashSet<>();
  private final Set<DisputeId> disputes = new LinkedHashSet<>();
  private final List<Bought> purchases = new ArrayList<>();
  private LedgerState state;

  LedgerRun(Economy economy, Owners owners) {
    this.economy = economy;
    Map<AgentId, Wallet> wallets = new HashMap<>();
    for (int number = 0; number < AGENTS; number++) {
      LedgerFixture.add(
          wallets, LedgerFixture.agent(number), owners.of(number), AgentStatus.ACTIVE, "0");
    }
    state =
        new LedgerState(
            LedgerFixture.START,
            1,
            economy.seasoning(),
            new LedgerState.Accounts(wallets, Map.of(), Map.of(), Map.of()),
            LedgerState.Past.NONE);
    books = new LedgerBooks();
    invariants = new LedgerInvariants(this, economy);
    postings = new StepPostings(this, economy);
  }

  /** Begins with a purchase of the largest package by every other agent. */
  LedgerRun stocked() {
    for (int number = 0; number < AGENTS; number += 2) {
      take(new Step(Step.Verb.BUY, number, economy.packages().size() - 1, 1));
    }
    return this;
  }

  /**
   * Takes a step.
   *
   * @throws AssertionError with the story so far, if something does not hold
   */
  void take(Step step) {
    try {
      // What is over is ended first, as the ledger does before each posting.
      for (var due = state.due(); due.isPresent(); due = state.due()) {
        post(due.get());
      }
      act(step);
      invariants.check();
    } catch (AssertionError | IllegalStateException | IllegalArgumentException broken) {
      throw new AssertionError(broken + " at " + step + " after\n" + story(), broken);
    }
  }

  private void act(Step step) {
    switch (step.verb()) {
      case PAY_MANY -> postings.payments(step).forEach(this::post);
      case PAY_ALL_OR_NONE -> payAllOrNone(postings.payments(step));
      case WARN -> postings.warn(step);
      case REPEAT, REUSE_ID -> repeat(step);
      case WAIT, LIMIT, FREEZE, UNFREEZE, CLOSE, CLAIM -> reload(AgentSteps.of(step, this));
      default -> {
        Posting posting = postings.of(step);
        if (posting != null) {
          post(posting);
        }
      }
    }
  }

  /** Applies a posting, takes its effect in, and checks both. */
  Outcome post(Posting posting) {
    LedgerState before = state.copy();
    long free = invariants.free();
    Outcome outcome = Ledger.apply(state, posting);
    story.add(new Told(posting, outcome));
    require(state.equals(before), "applying changed the state");
    switch (outcome) {
      case Outcome.Accepted effect -> {
        books.add(effect);
        rules.check(before, posting, effect);
        state.take(effect);
        remember(posting, effect);
        books.agreeWith(state, effect);
        require(
            isGift(posting) || invariants.free() >= free - rounding(posting),
            "less is free to give");
        Hold hold = posting.hold() == null ? null : state.hold(posting.hold()).orElse(null);
        require(
            Ledger.apply(state, posting)
                .equals(new Outcome.AlreadyPosted(effect.transaction(), hold)),
            "a repetition is answered otherwise");
      }
      case Outcome.Rejected refused -> {
        rules.check(before, posting, refused);
        require(Ledger.apply(state, posting).equals(refused), "refused otherwise the second time");
      }
      case Outcome.AlreadyPosted(var first, _) ->
          require(posting instanceof PlainHold.Expire && first.hold() != null, "not a fresh id");
      case Outcome.IdReusedWithOtherContent _ -> throw new AssertionError("not a fresh id");
    }
    return outcome;
  }

  /** The fees of parts are whole micro-credits only together. */
  private static long rounding(Posting posting) {
    return switch (posting) {
      case Reversal.RefundOrder _, Posting.SettleHold _, CaptureHold _ -> 1;
      default -> 0;
    };
  }

  private static boolean isGift(Posting posting) {
    return posting instanceof Operation.FundRewards
        || posting instanceof Operation.Grant
        || posting instanceof Operation.Reverse;
  }

  private void payAllOrNone(List<Posting> group) {
    LedgerState trial = state.copy();
    for (Posting posting : group) {
      if (!(Ledger.apply(trial, posting) instanceof Outcome.Accepted effect)) {
        return;
      }
      trial.take(effect);
    }
    group.forEach(posting -> require(post(posting) instanceof Outcome.Accepted, "not all"));
    require(state.equals(trial), "all at once differ from one by one");
  }

  private void repeat(Step step) {
    if (accepted.isEmpty()) {
      return;
    }
    Told earlier = List.copyOf(accepted.values()).get(step.first() % accepted.size());
    Transaction transaction = ((Outcome.Accepted) earlier.outcome()).transaction();
    Posting again =
        step.verb() == Step.Verb.REPEAT
            ? earlier.posting()
            : new Operation.Charge(
                transaction.postingId(), LedgerFixture.agent(0), Credits.of(1_000_000), "other");
    LedgerState before = state.copy();
    switch (Ledger.apply(state, again)) {
      case Outcome.AlreadyPosted(var first, var hold) ->
          require(
              step.verb() == Step.Verb.REPEAT && first.equals(transaction), "repeated: %s", hold);
      case Outcome.IdReusedWithOtherContent(var first) ->
          require(step.verb() == Step.Verb.REUSE_ID && first.equals(transaction), "another one");
      case Outcome.Accepted _, Outcome.Rejected _ -> throw new AssertionError("decided again");
    }
    require(state.equals(before), "a repetition changed the state");
  }

  /** What the next batch would load out of the database; at another time or with other agents. */
  private void reload(AgentSteps.Change change) {
    Reload reload = new Reload(this, economy);
    require(reload.at(state.at(), Map.of()).equals(state), "what is loaded is not what was");
    state = reload.at(change.at(), change.wallets());
  }

  private void remember(Posting posting, Outcome.Accepted effect) {
    accepted.put(posting.id(), new Told(posting, effect));
    Hold hold = effect.hold();
    if (hold != null) {
      holds.add(hold.id());
    }
    Dispute dispute = effect.dispute();
    if (dispute != null) {
      disputes.add(dispute.id());
    }
    if (posting instanceof Reversal reversal) {
      purchases.stream()
          .filter(bought -> bought.id.equals(reversal.purchase()))
          .forEach(bought -> bought.remember(posting, effect));
    }
  }

  LedgerState state() {
    return state;
  }

  LedgerInvariants invariants() {
    return invariants;
  }

  /** Every posting and what became of it, in order. */
  List<Told> told() {
    return story;
  }

  /** Every accepted posting with its transaction, in order. */
  List<Transaction> transactions() {
    return accepted.values().stream()
        .map(told -> ((Outcome.Accepted) told.outcome()).transaction())
        .toList();
  }

  LedgerBooks books() {
    return books;
  }

  List<Bought> purchases() {
    return purchases;
  }

  List<Hold> holds() {
    return holds.stream().map(id -> state.hold(id).orElseThrow()).toList();
  }

  /** With the shares in them. */
  List<Dispute> disputes() {
    return disputes.stream().map(id -> Objects.requireNonNull(state.dispute(id))).toList();
  }

  Wallet wallet(int number) {
    return state.wallet(LedgerFixture.agent(number)).orElseThrow();
  }

  /** Held and frozen ones included. */
  Credits sum(Bucket bucket) {
    Credits sum = Credits.ZERO;
    for (int number = 0; number < AGENTS; number++) {
      sum = sum.plus(wallet(number).lots().in(bucket));
    }
    for (Hold hold : holds()) {
      sum = sum.plus(hold.lots().in(bucket));
    }
    for (Dispute dispute : disputes()) {
      sum = sum.plus(dispute.lots().in(bucket));
    }
    return sum;
  }

  private String story() {
    StringBuilder text = new StringBuilder();
    for (Told told : story) {
      String outcome =
          told.outcome() instanceof Outcome.Rejected(var reason, _) ? reason.name() : "accepted";
      text.append("  ").append(told.posting()).append(" -> ").append(outcome).append('\n');
    }
    return text.toString();
  }

  /** Figures fill the text's {@code %s} only if it is told: most of them never are. */
  static void require(boolean holds, String otherwise, @Nullable Object... figures) {
    if (!holds) {
      String text = otherwise;
      for (Object figure : figures) {
        text = text.replaceFirst("%[sd]", Matcher.quoteReplacement(String.valueOf(figure)));
      }
      throw new AssertionError(text);
    }
  }
}
