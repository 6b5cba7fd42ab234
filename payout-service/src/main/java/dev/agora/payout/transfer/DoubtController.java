package dev.agora.payout.transfer;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.payout.PayoutProblem;
import dev.agora.payout.conversion.ConversionProblems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Transfers of which nobody knows, for operators: two of them end a doubt. */
@RestController
class DoubtController {

  private static final String PATH = "/api/v1/payouts/transfers-in-doubt";

  private final TransferIntents intents;
  private final GiveUpTransfer giveUpTransfer;

  DoubtController(TransferIntents intents, GiveUpTransfer giveUpTransfer) {
    this.intents = intents;
    this.giveUpTransfer = giveUpTransfer;
  }

  record GiveUpRequest(@NotBlank @Size(max = 1000) String reason) {}

  /** What operators said. */
  record GiveUpAnswer(
      String conversion,
      String status,
      String reason,
      String requestedBy,
      Instant requestedAt,
      @Nullable String approvedBy,
      @Nullable Instant approvedAt) {

    static GiveUpAnswer of(GiveUp giveUp) {
      return new GiveUpAnswer(
          giveUp.conversion().value(),
          giveUp.approvedBy() == null ? "REQUESTED" : "APPROVED",
          giveUp.reason(),
          giveUp.requestedBy(),
          giveUp.requestedAt(),
          giveUp.approvedBy(),
          giveUp.approvedAt());
    }
  }

  @GetMapping(PATH)
  @AllowedTo({Role.OPERATOR, Role.AUDITOR})
  Page<DoubtfulTransfer> list(PageRequest page) {
    return page.pageOf(intents.inDoubt(page), DoubtfulTransfer::conversion);
  }

  @PostMapping(PATH + "/{id}/give-up")
  @AllowedTo(value = Role.OPERATOR, fresh = true)
  ResponseEntity<?> request(
      Caller caller, @PathVariable String id, @Valid @RequestBody GiveUpRequest request) {
    return answer(
        giveUpTransfer.request(id, caller.id(), request.reason().strip()), HttpStatus.ACCEPTED);
  }

  @PostMapping(PATH + "/{id}/give-up/approve")
  @AllowedTo(value = Role.OPERATOR, fresh = true)
  ResponseEntity<?> approve(Caller caller, @PathVariable String id) {
    return answer(giveUpTransfer.approve(id, caller.id()), HttpStatus.OK);
  }

  private static ResponseEntity<?> answer(GiveUpResult result, HttpStatus done) {
    return switch (result) {
      case GiveUpResult.Noted(GiveUp giveUp) ->
          ResponseEntity.status(done).body(GiveUpAnswer.of(giveUp));
      case GiveUpResult.Unknown _ -> ConversionProblems.conversionUnknown();
      case GiveUpResult.NotInDoubt _ ->
          Problems.answer(
              Problem.of(
                  PayoutProblem.TRANSFER_NOT_IN_DOUBT,
                  "It is known what became of it, or will be within a minute."));
      case GiveUpResult.TooEarly(Instant from) ->
          Problems.answer(
              Problem.of(PayoutProblem.DOUBT_TOO_YOUNG, "Stripe may still do what it was asked.")
                  .withRemedy("Ask again from " + from + " on.")
                  .with("from", from));
      case GiveUpResult.SameOperator _ ->
          Problems.answer(
              Problem.of(
                  PayoutProblem.SECOND_OPERATOR_NEEDED,
                  "Who says that it never was can not confirm it, too."));
      case GiveUpResult.NotReadable _ ->
          Problems.answer(
              Problem.of(PayoutProblem.STRIPE_UNAVAILABLE, "Nothing changed; ask again shortly."));
    };
  }
}
