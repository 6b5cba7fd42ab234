package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.money.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens beside the postings: time passes, owners set limits, freeze, close and claim. */
final class AgentSteps {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofMinutes(31),
          Duration.ofHours(1),
          Duration.ofHours(15),
          Duration.ofDays(8),
          Duration.ofDays(31));

  private AgentSteps() {}

  /** The time and the wallets of which something is otherwise now. */
  record Change(Instant at, Map<AgentId, Wallet> wallets) {}

  static Change of(Step step, LedgerRun run) {
    Instant now = run.state().at();
    if (step.verb() == Step.Verb.WAIT) {
      return new Change(now.plus(WAITS.get(step.first() % WAITS.size())), Map.of());
    }
    Wallet wallet = run.wallet(step.first() % LedgerRun.AGENTS);
    return new Change(now, Map.of(wallet.agent(), changed(step, wallet, run)));
  }

  private static Wallet changed(Step step, Wallet wallet, LedgerRun run) {
    boolean closed = wallet.status() == AgentStatus.CLOSED;
    return switch (step.verb()) {
      case LIMIT -> closed ? wallet : with(wallet, limits(step));
      case FREEZE -> closed ? wallet : with(wallet, AgentStatus.FROZEN);
      case UNFREEZE -> closed ? wallet : with(wallet, AgentStatus.ACTIVE);
      case CLOSE -> mayClose(wallet, run) ? with(wallet, AgentStatus.CLOSED) : wallet;
      default ->
          wallet.owner() == null ? with(wallet, LedgerFixture.owner(step.second() % 3)) : wallet;
    };
  }

  /** As {@code ChangeStatus} has it: nothing is left, and nobody has yet to pay it. */
  private static boolean mayClose(Wallet wallet, LedgerRun run) {
    boolean expected =
        run.holds().stream()
            .anyMatch(
                hold -> hold.status() == HoldStatus.HELD && wallet.agent().equals(hold.payee()));
    return !expected
        && wallet.available().isZero()
        && wallet.held().isZero()
        && wallet.frozen().isZero()
        && wallet.debt().isZero();
  }

  private static Limits limits(Step step) {
    AgentId other = LedgerFixture.agent(step.second() % LedgerRun.AGENTS);
    @Nullable Credits max = step.amount();
    return switch (step.second() / 5 % 8) {
      case 0 -> new Limits(max, null, null, false, Set.of(), Set.of());
      case 1 -> new Limits(null, max, null, false, Set.of(), Set.of());
      case 2 -> new Limits(null, null, max, false, Set.of(), Set.of());
      case 3 -> new Limits(max, max, max, false, Set.of(), Set.of(other));
      case 4 -> new Limits(null, null, null, true, Set.of(other), Set.of());
      default -> Limits.NONE;
    };
  }

  private static Wallet with(Wallet wallet, Limits limits) {
    return with(wallet, wallet.owner(), wallet.status(), limits);
  }

  private static Wallet with(Wallet wallet, AgentStatus status) {
    return with(wallet, wallet.owner(), status, wallet.limits());
  }

  private static Wallet with(Wallet wallet, OwnerId owner) {
    return with(wallet, owner, wallet.status(), wallet.limits());
  }

  private static Wallet with(
      Wallet wallet, @Nullable OwnerId owner, AgentStatus status, Limits limits) {
    return new Wallet(
        wallet.agent(),
        owner,
        status,
        wallet.lots(),
        wallet.debt(),
        wallet.held(),
        wallet.frozen(),
        wallet.version(),
        wallet.changedAt(),
        limits,
        wallet.spent());
  }
}
