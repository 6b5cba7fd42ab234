package dev.agora.ledger.posting;

import dev.agora.ledger.account.Account;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An earlier transaction as the journal has it, which a reversal names. The journal never changes,
 * so it is read without a lock.
 *
 * @param movements its entries without their running figures
 */
public record Original(
    TransactionId id,
    TransactionKind kind,
    @Nullable AgentId payer,
    @Nullable AgentId payee,
    Credits amount,
    Map<String, String> details,
    List<Movement> movements) {

  public Original {
    details = Map.copyOf(details);
    movements = List.copyOf(movements);
  }

  /** Whether it is itself the reversal of another one. */
  public boolean isReversal() {
    return "reversal".equals(details.get("act"));
  }

  /** Whether its opposite means something; other kinds have their own ways back. */
  public boolean isReversible() {
    return switch (kind) {
      case TRANSFER, REWARD, SPEND -> true;
      case ADJUSTMENT -> !isReversal() && !Returned.ACT.equals(details.get("act"));
      case PURCHASE, HOLD, CAPTURE, RELEASE, CONVERSION, REFUND, CLAWBACK, REINSTATEMENT -> false;
    };
  }

  /** What undoing it adds to the earned credits outside the platform, the rewards account too. */
  public Credits moreEarned() {
    return undone(
        account ->
            account == PlatformAccount.REWARDS
                || (account instanceof Account.AgentBucket agents
                    && agents.bucket() == Bucket.EARNED));
  }

  /** The same of promotional and purchased ones, less what agents come to owe again. */
  public Credits moreBought() {
    return undone(
        account ->
            account instanceof Account.AgentDebt
                || (account instanceof Account.AgentBucket agents
                    && agents.bucket() != Bucket.EARNED));
  }

  private Credits undone(Predicate<Account> which) {
    return Credits.ofMicros(
        -movements.stream()
            .filter(movement -> which.test(movement.account()))
            .mapToLong(Movement::units)
            .sum());
  }
}
