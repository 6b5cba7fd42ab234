package dev.agora.marketplace.review;

import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.marketplace.Ids;
import dev.agora.marketplace.problem.MarketplaceProblem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what readers say about reviews, and what operators decide about it. */
@Service
class ReportReview {

  private final Reviews reviews;
  private final Reports reports;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;
  private final Counter received;

  ReportReview(
      Reviews reviews,
      Reports reports,
      AuditLog audit,
      Ids ids,
      Clock clock,
      MeterRegistry meters) {
    this.reviews = reviews;
    this.reports = reports;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
    this.received =
        Counter.builder("agora.marketplace.reviews.reported")
            .description("Reports of reviews that operators have to look at")
            .register(meters);
  }

  /** Why not; empty if the operators will see it. */
  @Transactional
  Optional<MarketplaceProblem> report(ReviewId id, String reporter, String reason) {
    Optional<Review> review = reviews.findRevealed(id);
    if (review.isEmpty()) {
      return Optional.of(MarketplaceProblem.REVIEW_NOT_FOUND);
    }
    Report report =
        new Report(
            new ReportId(ids.next("rrp_")), review.get(), reporter, reason, clock.instant(), null);
    if (!reports.add(report)) {
      return Optional.of(MarketplaceProblem.ALREADY_REPORTED);
    }
    received.increment();
    return Optional.empty();
  }

  /** Why not; empty if it is decided. What is hidden once stays hidden. */
  @Transactional
  Optional<MarketplaceProblem> decide(ReportId id, String operator, Report.Decision decision) {
    Optional<Report> report = reports.lock(id);
    if (report.isEmpty()) {
      return Optional.of(MarketplaceProblem.REPORT_NOT_FOUND);
    }
    if (report.get().decision() != null) {
      return Optional.of(MarketplaceProblem.REPORT_DECIDED);
    }
    Review review = report.get().review();
    reports.decide(id, decision, operator, clock.instant());
    if (decision == Report.Decision.HIDDEN) {
      reviews.hide(review.id(), clock.instant());
    }
    audit.record(
        Deed.of(Act.REVIEW_JUDGED, review.author().value(), review.id().value())
            .changing(Map.of(), Map.of("decision", decision.name())));
    return Optional.empty();
  }
}
