package dev.agora.ledger.reward;

import static dev.agora.audit.Act.ACT_ASKED;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.agora.audit.AuditLog;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.idempotency.Idempotency;
import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.Original;
import dev.agora.ledger.posting.Rejection;
import dev.agora.ledger.problem.LedgerProblem;
import dev.agora.money.Credits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Acts by hand: one operator asks, another one approves. */
@RestController
class ActController {

  private final JdbcActs acts;
  private final JdbcOriginals originals;
  private final ApproveAct approveAct;
  private final Idempotency idempotency;
  private final AuditLog audit;
  private final Clock clock;

  ActController(
      JdbcActs acts,
      JdbcOriginals originals,
      ApproveAct approveAct,
      Idempotency idempotency,
      AuditLog audit,
      Clock clock) {
    this.acts = acts;
    this.originals = originals;
    this.approveAct = approveAct;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
  }

  record SumRequest(@NotNull Credits amount, @NotBlank @Size(max = 500) String reason) {}

  enum Status {
    PENDING,
    POSTED
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ActResponse(
      String id,
      ActKind kind,
      Status status,
      @Nullable String agent,
      @Nullable String reverses,
      Credits amount,
      String reason,
      String requestedBy,
      Instant requestedAt,
      @Nullable String approvedBy,
      @Nullable Instant approvedAt,
      @Nullable String transaction) {

    static ActResponse of(Act act) {
      AgentId agent = act.agent();
      return new ActResponse(
          act.id(),
          act.kind(),
          act.isPending() ? Status.PENDING : Status.POSTED,
          agent == null ? null : agent.value(),
          act.reverses(),
          act.amount(),
          act.reason(),
          act.requestedBy(),
          act.requestedAt(),
          act.approvedBy(),
          act.approvedAt(),
          act.transaction());
    }
  }

  @GetMapping("/api/v1/ledger/acts")
  @AllowedTo({Role.OPERATOR, Role.AUDITOR})
  Page<ActResponse> list(PageRequest page) {
    List<ActResponse> found =
        acts.page(page.after(), page.fetchLimit()).stream().map(ActResponse::of).toList();
    return page.pageOf(found, ActResponse::id);
  }

  @PostMapping("/api/v1/ledger/rewards-funding")
  @AllowedTo(Role.OPERATOR)
  ResponseEntity<?> fundRewards(
      Caller caller, IdempotencyKey key, @Valid @RequestBody SumRequest request) {
    return ask(caller, key, ActKind.REWARDS_FUNDING, request);
  }

  @PostMapping("/api/v1/ledger/fee-closing")
  @AllowedTo(Role.OPERATOR)
  ResponseEntity<?> closeFees(
      Caller caller, IdempotencyKey key, @Valid @RequestBody SumRequest request) {
    if (!request.amount().isWholeCents()) {
      return wrong("/amount", "must be a multiple of 0.1 credit");
    }
    return ask(caller, key, ActKind.FEE_CLOSING, request);
  }

  @PostMapping("/api/v1/ledger/adjustments")
  @AllowedTo(Role.OPERATOR)
  ResponseEntity<?> adjust(
      Caller caller, IdempotencyKey key, @Valid @RequestBody AdjustmentRequest request) {
    Optional<Problem> malformed = request.malformed();
    if (malformed.isPresent()) {
      return Problems.answer(malformed.get());
    }
    String reverses = request.reverses();
    return idempotency.once(
        key, () -> reverses == null ? askToAdjust(caller, request) : askToReverse(caller, request));
  }

  @PostMapping("/api/v1/ledger/{kind}/{id}/approve")
  @AllowedTo(Role.OPERATOR)
  ResponseEntity<?> approve(
      Caller caller, IdempotencyKey key, @PathVariable String kind, @PathVariable String id) {
    Optional<ActKind> known = ActKind.of(kind);
    return known.isEmpty()
        ? unknown()
        : idempotency.once(key, () -> answer(approveAct.approve(known.get(), id, caller.id())));
  }

  private ResponseEntity<?> ask(
      Caller caller, IdempotencyKey key, ActKind kind, SumRequest request) {
    return idempotency.once(
        key, () -> add(caller, kind, null, null, false, request.amount(), request.reason()));
  }

  private ResponseEntity<?> askToAdjust(Caller caller, AdjustmentRequest request) {
    return add(
        caller,
        ActKind.ADJUSTMENT,
        new AgentId(Objects.requireNonNull(request.agent())),
        null,
        request.direction() == AdjustmentRequest.Direction.CREDIT,
        Objects.requireNonNull(request.amount()),
        request.reason());
  }

  /** Says no at once where nobody's approval could change it. */
  private ResponseEntity<?> askToReverse(Caller caller, AdjustmentRequest request) {
    Optional<Original> found = originals.find(Objects.requireNonNull(request.reverses()));
    if (found.isEmpty()) {
      return Problems.answer(ReversalProblems.noTransaction());
    }
    Original original = found.get();
    if (!original.isReversible()) {
      return Problems.answer(ReversalProblems.notReversible(original));
    }
    String id = original.id().value();
    if (originals.isReversed(original.id())) {
      return Problems.answer(ReversalProblems.already(id));
    }
    return add(caller, ActKind.ADJUSTMENT, null, id, false, original.amount(), request.reason());
  }

  private ResponseEntity<?> add(
      Caller caller,
      ActKind kind,
      @Nullable AgentId agent,
      @Nullable String reverses,
      boolean toAgent,
      Credits amount,
      String reason) {
    String id = "act_" + UuidCreator.getTimeOrderedEpochPlus1().toString().replace("-", "");
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Act act =
        new Act(
            id, kind, agent, reverses, toAgent, amount, reason, caller.id(), now, null, null, null);
    acts.add(act);
    audit.record(act.deed(ACT_ASKED));
    return ResponseEntity.status(HttpStatus.ACCEPTED).body(ActResponse.of(act));
  }

  private static ResponseEntity<?> answer(ApproveAct.Result result) {
    return switch (result) {
      case ApproveAct.Result.Approved(var act) -> ResponseEntity.ok(ActResponse.of(act));
      case ApproveAct.Result.Done(var act) -> ResponseEntity.ok(ActResponse.of(act));
      case ApproveAct.Result.Unknown() -> unknown();
      case ApproveAct.Result.SameOperator() ->
          Problems.answer(
              Problem.of(
                  LedgerProblem.SECOND_OPERATOR_NEEDED,
                  "Who asks for an act can not approve it, too."));
      case ApproveAct.Result.Insolvent(var free) -> Problems.answer(RewardProblems.insolvent(free));
      case ApproveAct.Result.AlreadyReversed(var act) ->
          Problems.answer(ReversalProblems.already(Objects.requireNonNull(act.reverses())));
      case ApproveAct.Result.Refused(var act, var reason, var grounds) ->
          Problems.answer(
              act.reverses() != null && reason == Rejection.INSUFFICIENT_CREDITS
                  ? ReversalProblems.gone(grounds)
                  : RewardProblems.refusal(reason));
    };
  }

  private static ResponseEntity<?> unknown() {
    return Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "There is no such act."));
  }

  private static ResponseEntity<?> wrong(String pointer, String detail) {
    return Problems.answer(
        Problem.of(CommonProblem.INVALID_REQUEST, "A field of the body is wrong.")
            .at(pointer, detail));
  }
}
