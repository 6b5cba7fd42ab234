package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcScript;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.journal.PostingMetrics.Stage;
import dev.agora.ledger.posting.Ledger;
import dev.agora.ledger.posting.LedgerState;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Posts within the caller's transaction, and says what a posting would do. */
@Service
public class Postings {

  private final JdbcJournal journal;
  private final Loading loading;
  private final Saving saving;
  private final PostedTransactions posted;
  private final PostingMetrics metrics;

  Postings(
      JdbcJournal journal,
      Loading loading,
      Saving saving,
      PostedTransactions posted,
      PostingMetrics metrics) {
    this.journal = journal;
    this.loading = loading;
    this.saving = saving;
    this.posted = posted;
    this.metrics = metrics;
  }

  /**
   * Decides postings one after the other, each on what those before it left, and writes all that
   * were accepted together.
   *
   * <p>Call it once per transaction: a second call would lock wallets after the first has, out of
   * order.
   *
   * @param postings 1 to 3072
   * @return an outcome for each, in their order
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Outcome> post(List<Posting> postings) {
    JdbcScript script = journal.script();
    Opening opening = lock(script, postings);
    metrics.run(Stage.LOCK, script::run);
    List<Outcome> outcomes = decide(script, opening, List.of(postings), List.of(false)).getFirst();
    metrics.run(Stage.WRITE, script::run);
    return outcomes;
  }

  /** Adds what has to come first: the locks of all that the postings can touch. */
  Opening lock(JdbcScript script, List<Posting> postings) {
    if (postings.isEmpty() || postings.size() > Batch.POSTINGS_MAX) {
      throw new IllegalArgumentException("not 1 to 3072 postings: " + postings.size());
    }
    return loading.lock(script, postings);
  }

  /**
   * Decides several requests, each on what those before it left; of an atomic one with a rejection
   * nothing is posted, whatever its other outcomes say.
   *
   * @param script has run with the opening, and leaves with all that is to be written
   * @param opening of these requests, and possibly of more
   * @return the outcomes of each group, in their order
   */
  List<List<Outcome>> postGroups(JdbcScript script, Opening opening, List<PostingGroup> groups) {
    return decide(
        script,
        opening,
        groups.stream().map(PostingGroup::postings).toList(),
        groups.stream().map(PostingGroup::atomic).toList());
  }

  /**
   * Lets no other operation post until the transaction ends, so that what it looks at before its
   * own posting still holds then. A statement that looks has to come after this one.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lockOperations() {
    JdbcScript script = journal.script();
    loading.lockOperations(script);
    script.run();
  }

  private List<List<Outcome>> decide(
      JdbcScript script, Opening opening, List<List<Posting>> groups, List<Boolean> atomic) {
    List<Posting> all = groups.stream().flatMap(List::stream).toList();
    Loaded loaded = metrics.timed(Stage.LOAD, () -> loading.load(script, opening, all));
    List<Outcome.Accepted> accepted = new ArrayList<>(all.size());
    List<List<Outcome>> outcomes =
        metrics.timed(Stage.DECIDE, () -> decideInTurn(loaded.state(), groups, atomic, accepted));
    metrics.batch(all.size());
    metrics.run(Stage.PREPARE, () -> save(script, loaded, accepted));
    return outcomes;
  }

  private List<List<Outcome>> decideInTurn(
      LedgerState loaded,
      List<List<Posting>> groups,
      List<Boolean> atomic,
      List<Outcome.Accepted> accepted) {
    LedgerState state = loaded;
    List<List<Outcome>> outcomes = new ArrayList<>(groups.size());
    for (int index = 0; index < groups.size(); index++) {
      // An atomic group is tried on a copy, which counts only if all of it is accepted.
      LedgerState tried = atomic.get(index) ? state.copy() : state;
      List<Outcome.Accepted> triedAccepted = new ArrayList<>();
      List<Outcome> decided = apply(tried, groups.get(index), triedAccepted);
      if (!atomic.get(index) || decided.stream().allMatch(Postings::isPosted)) {
        state = tried;
        accepted.addAll(triedAccepted);
      }
      outcomes.add(decided);
    }
    return outcomes;
  }

  private void save(JdbcScript script, Loaded loaded, List<Outcome.Accepted> accepted) {
    if (!accepted.isEmpty()) {
      saving.save(script, loaded, accepted);
      posted.publish(script, accepted);
    }
  }

  private List<Outcome> apply(
      LedgerState state, List<Posting> postings, List<Outcome.Accepted> accepted) {
    List<Outcome> outcomes = new ArrayList<>(postings.size());
    for (Posting posting : postings) {
      endDueHolds(state, accepted);
      Outcome outcome = Ledger.apply(state, posting);
      if (outcome instanceof Outcome.Accepted now) {
        state.take(now);
        accepted.add(now);
      }
      outcomes.add(outcome);
      metrics.decided(posting, outcome);
    }
    return outcomes;
  }

  private static boolean isPosted(Outcome outcome) {
    return outcome instanceof Outcome.Accepted || outcome instanceof Outcome.AlreadyPosted;
  }

  /** A hold ends exactly at its time: whatever is decided after that finds it ended. */
  private void endDueHolds(LedgerState state, List<Outcome.Accepted> accepted) {
    for (var due = state.due(); due.isPresent(); due = state.due()) {
      if (!(Ledger.apply(state, due.get()) instanceof Outcome.Accepted ended)) {
        throw new IllegalStateException("a hold does not end: " + due.get());
      }
      state.take(ended);
      accepted.add(ended);
      metrics.decided(due.get(), ended);
    }
  }

  /** Ends what those agents hold beyond its time. */
  @Transactional
  public void endDueHolds(Set<AgentId> payers) {
    JdbcScript script = journal.script();
    Opening opening = loading.lock(script, payers);
    script.run();
    Loaded loaded = loading.load(script, opening, List.of());
    List<Outcome.Accepted> accepted = new ArrayList<>();
    endDueHolds(loaded.state(), accepted);
    save(script, loaded, accepted);
    script.run();
  }

  /** What would become of a posting at this moment; locks nothing and changes nothing. */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public Outcome preview(Posting posting) {
    JdbcScript script = journal.script();
    Opening opening = loading.peek(script, List.of(posting));
    script.run();
    LedgerState state = loading.load(script, opening, List.of(posting)).state();
    endDueHolds(state, new ArrayList<>());
    return Ledger.apply(state, posting);
  }
}
