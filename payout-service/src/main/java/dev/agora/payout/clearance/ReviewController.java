package dev.agora.payout.clearance;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.payout.conversion.Conversion;
import dev.agora.payout.conversion.ConversionAnswer;
import dev.agora.payout.conversion.MoveConversion;
import dev.agora.payout.risk.Finding;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Conversions that a rule stopped, for operators. */
@RestController
class ReviewController {

  private static final String PATH = "/api/v1/payouts/reviews";

  private final MoveConversion moveConversion;
  private final Findings findings;
  private final DecideReview decideReview;

  ReviewController(MoveConversion moveConversion, Findings findings, DecideReview decideReview) {
    this.moveConversion = moveConversion;
    this.findings = findings;
    this.decideReview = decideReview;
  }

  /** What an operator says. */
  enum Verdict {
    APPROVE,
    REFUSE
  }

  /**
   * A verdict.
   *
   * @param reason the owner reads it where the verdict is REFUSE
   */
  record ReviewRequest(@NotNull Verdict verdict, @NotBlank @Size(max = 500) String reason) {}

  /** A conversion that waits, and the rules that stopped it. */
  record ReviewAnswer(ConversionAnswer conversion, String human, List<Finding> findings) {}

  @GetMapping(PATH)
  @AllowedTo({Role.OPERATOR, Role.AUDITOR})
  Page<ReviewAnswer> list(PageRequest page) {
    Page<Conversion> waiting =
        page.pageOf(moveConversion.inReview(page), conversion -> conversion.id().value());
    return new Page<>(waiting.items().stream().map(this::answer).toList(), waiting.nextCursor());
  }

  @PostMapping(PATH + "/{id}")
  @AllowedTo(value = Role.OPERATOR, fresh = true)
  ResponseEntity<?> decide(
      Caller caller, @PathVariable String id, @Valid @RequestBody ReviewRequest request) {
    Ruling.Outcome outcome =
        switch (request.verdict()) {
          case APPROVE -> Ruling.Outcome.YES;
          case REFUSE -> Ruling.Outcome.NO;
        };
    return DecisionAnswers.of(
        decideReview.decide(id, caller.id(), outcome, request.reason().strip()));
  }

  private ReviewAnswer answer(Conversion conversion) {
    return new ReviewAnswer(
        ConversionAnswer.of(conversion), conversion.humanId(), findings.of(conversion.id()));
  }
}
