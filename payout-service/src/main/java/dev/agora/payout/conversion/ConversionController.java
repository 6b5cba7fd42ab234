package dev.agora.payout.conversion;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.FreshSignIn;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.idempotency.Idempotency;
import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.money.Credits;
import dev.agora.payout.agent.AgentProblems;
import dev.agora.payout.agent.ResolveAgent;
import dev.agora.payout.agent.ResolvedAgent;
import dev.agora.payout.approval.ApprovalRules;
import dev.agora.payout.cap.CapLimit;
import dev.agora.payout.conversion.RequestConversionResult.AccountRequired;
import dev.agora.payout.conversion.RequestConversionResult.CapExceeded;
import dev.agora.payout.conversion.RequestConversionResult.DestinationRests;
import dev.agora.payout.conversion.RequestConversionResult.QuoteNotValid;
import dev.agora.payout.conversion.RequestConversionResult.Requested;
import dev.agora.payout.destination.PayoutAccountStatus;
import dev.agora.payout.quote.AmountProblems;
import dev.agora.payout.quote.ConversionRules;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asking for conversions, and looking at them. */
@RestController
class ConversionController {

  private final ConversionRules rules;
  private final FreshSignIn freshSignIn;
  private final ApprovalRules approvalRules;
  private final ResolveAgent resolveAgent;
  private final RequestConversion requestConversion;
  private final FindConversion findConversion;
  private final Idempotency idempotency;
  private final ForgetAnswer forgetAnswer;

  ConversionController(
      ConversionRules rules,
      FreshSignIn freshSignIn,
      ApprovalRules approvalRules,
      ResolveAgent resolveAgent,
      RequestConversion requestConversion,
      FindConversion findConversion,
      Idempotency idempotency,
      ForgetAnswer forgetAnswer) {
    this.rules = rules;
    this.freshSignIn = freshSignIn;
    this.approvalRules = approvalRules;
    this.resolveAgent = resolveAgent;
    this.requestConversion = requestConversion;
    this.findConversion = findConversion;
    this.idempotency = idempotency;
    this.forgetAnswer = forgetAnswer;
  }

  /**
   * Credits to convert.
   *
   * @param agent needed from owners; agents mean themselves
   * @param quote whose terms are wanted
   */
  record ConversionRequest(
      @NotNull Credits credits,
      @Nullable @Size(max = 64) String agent,
      @Nullable @Size(max = 64) String quote) {}

  @PostMapping("/api/v1/billing/convert-to-usd")
  @AllowedTo(
      value = {Role.AGENT, Role.HUMAN},
      scopes = Scope.CONVERT)
  ResponseEntity<?> convert(
      Caller caller, IdempotencyKey key, @Valid @RequestBody ConversionRequest request) {
    return switch (rules.check(request.credits())) {
      case NOT_IN_TENTHS -> AmountProblems.notInTenths();
      case TOO_SMALL -> AmountProblems.tooSmall(rules.min());
      case NONE ->
          stepUp(caller, request.credits())
              .<ResponseEntity<?>>map(Problems::answer)
              .orElseGet(() -> resolved(caller, key, request));
    };
  }

  private Optional<Problem> stepUp(Caller caller, Credits credits) {
    return rules.isLarge(credits) ? freshSignIn.refusal(caller) : Optional.empty();
  }

  private ResponseEntity<?> resolved(Caller caller, IdempotencyKey key, ConversionRequest request) {
    return switch (resolveAgent.resolve(caller, request.agent())) {
      case ResolvedAgent.Unnamed _ -> AgentProblems.required();
      case ResolvedAgent.Unknown _ -> AgentProblems.unknown();
      case ResolvedAgent.Unclaimed _ -> AgentProblems.unclaimed();
      case ResolvedAgent.Closed _ -> AgentProblems.closed();
      case ResolvedAgent.Owned agent ->
          ownersWord(caller, agent, request.credits())
              .<ResponseEntity<?>>map(Problems::answer)
              .orElseGet(() -> request(caller, agent, key, request));
    };
  }

  /** An owner who asks says yes with it, so it takes what saying yes takes. */
  private Optional<Problem> ownersWord(Caller caller, ResolvedAgent.Owned agent, Credits credits) {
    return caller.is(Role.HUMAN) && approvalRules.asksFor(agent.ownerId(), credits)
        ? freshSignIn.refusal(caller)
        : Optional.empty();
  }

  @GetMapping("/api/v1/billing/conversions")
  @AllowedTo({Role.AGENT, Role.HUMAN})
  Page<ConversionAnswer> conversions(Caller caller, PageRequest page) {
    Page<Conversion> found = findConversion.pageOfCaller(caller, page);
    return new Page<>(
        found.items().stream().map(ConversionAnswer::of).toList(), found.nextCursor());
  }

  @GetMapping("/api/v1/billing/conversions/{id}")
  @AllowedTo({Role.AGENT, Role.HUMAN})
  ResponseEntity<?> conversion(Caller caller, @PathVariable String id) {
    Optional<Conversion> found = findConversion.ofCaller(caller, id);
    return found.isPresent()
        ? ResponseEntity.ok(ConversionAnswer.of(found.get()))
        : ConversionProblems.conversionUnknown();
  }

  /** Answers what was stored, unless the ledger refuses within the wait. */
  private ResponseEntity<?> request(
      Caller caller, ResolvedAgent.Owned agent, IdempotencyKey key, ConversionRequest request) {
    AtomicReference<@Nullable ConversionId> started = new AtomicReference<>();
    ResponseEntity<?> answer =
        idempotency.once(
            key,
            () -> {
              RequestConversionResult result =
                  requestConversion.request(agent, caller.id(), request.credits(), request.quote());
              if (result instanceof Requested(Conversion conversion)) {
                started.set(conversion.id());
              }
              return answer(result);
            });
    ConversionId id = started.get();
    if (id == null) {
      return answer;
    }
    Optional<ResponseEntity<?>> refusal =
        findConversion
            .awaitReserved(id)
            .flatMap(conversion -> Optional.ofNullable(conversion.rejection()))
            .flatMap(ConversionProblems::ofLedger);
    if (refusal.isEmpty()) {
      return answer;
    }
    forgetAnswer.forget(key);
    return refusal.get();
  }

  private static ResponseEntity<?> answer(RequestConversionResult result) {
    return switch (result) {
      case QuoteNotValid _ -> ConversionProblems.quoteNotValid();
      case AccountRequired(PayoutAccountStatus status) ->
          ConversionProblems.accountRequired(status);
      case DestinationRests(Instant until) -> ConversionProblems.destinationRests(until);
      case CapExceeded(CapLimit limit) -> ConversionProblems.capExceeded(limit);
      case Requested(Conversion conversion) ->
          ResponseEntity.accepted().body(ConversionAnswer.of(conversion));
    };
  }
}
