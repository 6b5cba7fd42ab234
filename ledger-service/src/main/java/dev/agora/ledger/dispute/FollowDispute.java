package dev.agora.ledger.dispute;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.ledger.journal.Postings;
import dev.agora.ledger.posting.Funded;
import dev.agora.ledger.posting.Funding;
import dev.agora.ledger.posting.Lots;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.money.Economy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a step on the trail of a disputed purchase: what was looked at, and what was frozen for it,
 * are committed together, so that each payment is looked at once.
 */
@Service
class FollowDispute {

  /** Entries of a payer in one commit, about, and payees at most; their wallets wait for it. */
  private static final int PAGE = 500;

  /** An hour's earnings season together when the last of them have. */
  private static final Duration LOT = Duration.ofHours(1);

  private final JdbcTrails trails;
  private final JdbcFundings fundings;
  private final Postings postings;
  private final Economy economy;
  private final Clock clock;

  FollowDispute(
      JdbcTrails trails, JdbcFundings fundings, Postings postings, Economy economy, Clock clock) {
    this.trails = trails;
    this.fundings = fundings;
    this.postings = postings;
    this.economy = economy;
    this.clock = clock;
  }

  /** Begins the trails of disputes that were opened since, where what was paid still seasons. */
  @Transactional
  void begin() {
    trails.begin(clock.instant().minus(economy.seasoning()).minus(LOT));
  }

  /**
   * Freezes what the payees of one page have from the purchase.
   *
   * @return whether there was a page
   */
  @Transactional
  boolean freezeNext() {
    Optional<Trail> next = trails.next(PAGE);
    next.ifPresent(this::freeze);
    return next.isPresent();
  }

  private void freeze(Trail trail) {
    List<TrailEnd> ends = fundings.on(trail);
    Map<AgentId, Lots> earned =
        Funding.byPayee(
            ends.stream().map(TrailEnd::funding).toList(), trail.purchase(), clock.instant());
    List<Posting> freezes = new ArrayList<>();
    earned.forEach((payee, lots) -> freezes.add(freeze(trail, payee, lots)));
    post(freezes);
    trails.branch(
        trail,
        ends.stream().filter(end -> end.funding().carries(trail.purchase())).sorted().toList());
    trails.advance(trail);
  }

  private static Posting freeze(Trail trail, AgentId payee, Lots earned) {
    String share = trail.dispute().shareOf(payee).value();
    PostingId id = new PostingId("%s/freeze/%d/%d".formatted(share, trail.wallet(), trail.upTo()));
    return new Funded.Freeze(id, trail.dispute(), payee, trail.purchase(), earned);
  }

  /**
   * Gives back what is frozen for a dispute that has ended, a page of payees at a time.
   *
   * @return whether there was one
   */
  @Transactional
  boolean thawNext() {
    Optional<DisputeId> ended = trails.ended();
    ended.ifPresent(this::thaw);
    return ended.isPresent();
  }

  private void thaw(DisputeId dispute) {
    trails.lock(dispute);
    List<AgentId> payees = trails.payees(dispute, PAGE);
    if (payees.isEmpty()) {
      trails.end(dispute);
    }
    post(payees.stream().map(payee -> thaw(dispute, payee)).toList());
  }

  private static Posting thaw(DisputeId dispute, AgentId payee) {
    return new Funded.Thaw(new PostingId(dispute.shareOf(payee) + "/thaw"), dispute, payee);
  }

  private void post(List<Posting> all) {
    if (all.isEmpty()) {
      return;
    }
    for (Outcome outcome : postings.post(all)) {
      if (!(outcome instanceof Outcome.Accepted)) {
        // Undone with the step that was taken for it, and tried again.
        throw new IllegalStateException("not posted: " + outcome);
      }
    }
  }
}
