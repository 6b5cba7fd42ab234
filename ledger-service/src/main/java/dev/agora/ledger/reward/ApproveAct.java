package dev.agora.ledger.reward;

import static dev.agora.audit.Act.ACT_APPROVED;

import dev.agora.audit.AuditLog;
import dev.agora.ledger.journal.Postings;
import dev.agora.ledger.posting.Grounds;
import dev.agora.ledger.posting.Operation;
import dev.agora.ledger.posting.Original;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Rejection;
import dev.agora.ledger.posting.Transaction;
import dev.agora.ledger.proof.Solvency;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries an act out that one operator has asked for, if another one approves it. */
@Service
class ApproveAct {

  /** What became of it. */
  sealed interface Result {

    /** Posted. */
    record Approved(Act act) implements Result {}

    /** There is no such act. */
    record Unknown() implements Result {}

    /** Who asks can not approve. */
    record SameOperator() implements Result {}

    /** It was approved before. */
    record Done(Act act) implements Result {}

    /**
     * The cash might not cover all credits after it.
     *
     * @param free what could be given as earned credits
     */
    record Insolvent(Credits free) implements Result {}

    /** Another act has reversed the same transaction. */
    record AlreadyReversed(Act act) implements Result {}

    /** The ledger says no. */
    record Refused(Act act, Rejection reason, @Nullable Grounds grounds) implements Result {}
  }

  private final JdbcActs acts;
  private final JdbcOriginals originals;
  private final Postings postings;
  private final Solvency solvency;
  private final AuditLog audit;

  ApproveAct(
      JdbcActs acts,
      JdbcOriginals originals,
      Postings postings,
      Solvency solvency,
      AuditLog audit) {
    this.audit = audit;
    this.acts = acts;
    this.originals = originals;
    this.postings = postings;
    this.solvency = solvency;
  }

  @Transactional
  public Result approve(ActKind kind, String id, String operator) {
    Optional<Act> found = acts.lock(kind, id);
    if (found.isEmpty()) {
      return new Result.Unknown();
    }
    Act act = found.get();
    if (!act.isPending()) {
      return new Result.Done(act);
    }
    if (act.requestedBy().equals(operator)) {
      return new Result.SameOperator();
    }
    String reverses = act.reverses();
    Original original = reverses == null ? null : originals.find(reverses).orElseThrow();
    Credits earned = original == null ? act.moreEarned() : original.moreEarned();
    Credits bought = original == null ? act.moreBought() : original.moreBought();
    postings.lockOperations();
    if (!solvency.allows(earned, bought)) {
      return new Result.Insolvent(solvency.free());
    }
    return post(
        act,
        original == null ? act.posting() : new Operation.Reverse(original, act.reason()),
        operator);
  }

  private Result post(Act act, Operation posting, String operator) {
    return switch (postings.post(List.of(posting)).getFirst()) {
      case Outcome.Accepted accepted -> approved(act, operator, accepted.transaction());
      case Outcome.AlreadyPosted(var transaction, var hold) ->
          act.reverses() == null
              ? approved(act, operator, transaction)
              : new Result.AlreadyReversed(act);
      case Outcome.IdReusedWithOtherContent(var transaction) ->
          throw new IllegalStateException(act + " is " + transaction);
      case Outcome.Rejected(var reason, var grounds) -> new Result.Refused(act, reason, grounds);
    };
  }

  private Result approved(Act act, String operator, Transaction transaction) {
    Instant at = transaction.at();
    acts.approve(act.id(), operator, at, transaction.id().value());
    Act approved = act.approved(operator, at, transaction.id().value());
    audit.record(approved.deed(ACT_APPROVED));
    return new Result.Approved(approved);
  }
}
