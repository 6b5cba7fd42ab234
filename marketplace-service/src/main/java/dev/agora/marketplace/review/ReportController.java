package dev.agora.marketplace.review;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.marketplace.text.ManyLines;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports of reviews: from readers, to operators. */
@RestController
@RequestMapping("/api/v1/marketplace")
class ReportController {

  private final ReportReview report;
  private final Reports reports;

  ReportController(ReportReview report, Reports reports) {
    this.report = report;
    this.reports = reports;
  }

  /** What is wrong with the review. */
  record Complaint(@NotBlank @Size(max = 1000) @ManyLines String reason) {}

  /** Whether the review's text can still be read. */
  record Judgement(@NotNull Report.Decision decision) {}

  /** A report as operators read it. */
  record ReportView(
      String id,
      String review,
      String service,
      String author,
      int rating,
      String text,
      String reporter,
      String reason,
      Instant at) {

    static ReportView of(Report report) {
      Review review = report.review();
      return new ReportView(
          report.id().value(),
          review.id().value(),
          review.service().value(),
          review.author().value(),
          review.rating(),
          review.text(),
          report.reporter(),
          report.reason(),
          report.at());
    }
  }

  @PostMapping("/reviews/{id}/reports")
  @AllowedTo({Role.AGENT, Role.HUMAN})
  ResponseEntity<?> report(
      Caller caller, @PathVariable String id, @Valid @RequestBody Complaint body) {
    return answer(
        ReviewId.parse(id)
            .map(review -> report.report(review, caller.id(), body.reason()))
            .orElse(Optional.of(MarketplaceProblem.REVIEW_NOT_FOUND)),
        HttpStatus.ACCEPTED);
  }

  @GetMapping("/review-reports")
  @AllowedTo(Role.OPERATOR)
  ResponseEntity<?> list(PageRequest page) {
    @Nullable ReportId after = null;
    if (page.after() != null) {
      after = ReportId.parse(page.after()).orElseThrow(PageRequest::invalidCursor);
    }
    Page<Report> open =
        page.pageOf(reports.open(after, page.fetchLimit()), report -> report.id().value());
    return ResponseEntity.ok(
        new Page<>(open.items().stream().map(ReportView::of).toList(), open.nextCursor()));
  }

  @PostMapping("/review-reports/{id}/decision")
  @AllowedTo(Role.OPERATOR)
  ResponseEntity<?> decide(
      Caller caller, @PathVariable String id, @Valid @RequestBody Judgement body) {
    return answer(
        ReportId.parse(id)
            .map(report -> this.report.decide(report, caller.id(), body.decision()))
            .orElse(Optional.of(MarketplaceProblem.REPORT_NOT_FOUND)),
        HttpStatus.NO_CONTENT);
  }

  private static ResponseEntity<?> answer(Optional<MarketplaceProblem> against, HttpStatus done) {
    return against
        .<ResponseEntity<?>>map(code -> Problems.answer(Problem.of(code, code.title())))
        .orElseGet(() -> ResponseEntity.status(done).build());
  }
}
