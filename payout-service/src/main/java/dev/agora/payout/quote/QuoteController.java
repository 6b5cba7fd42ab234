package dev.agora.payout.quote;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Delegation;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import dev.agora.payout.agent.AgentProblems;
import dev.agora.payout.agent.ResolveAgent;
import dev.agora.payout.agent.ResolvedAgent;
import dev.agora.payout.cap.CapLimit;
import dev.agora.payout.cap.MonthlyCaps;
import dev.agora.payout.destination.Destinations;
import dev.agora.payout.destination.PayoutAccount;
import dev.agora.payout.destination.PayoutAccountStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What a conversion would give. */
@RestController
class QuoteController {

  private final ConversionRules rules;
  private final ResolveAgent resolveAgent;
  private final QuoteConversion quoteConversion;
  private final MonthlyCaps caps;
  private final Destinations destinations;
  private final LedgerFigures ledger;

  QuoteController(
      ConversionRules rules,
      ResolveAgent resolveAgent,
      QuoteConversion quoteConversion,
      MonthlyCaps caps,
      Destinations destinations,
      LedgerFigures ledger) {
    this.rules = rules;
    this.resolveAgent = resolveAgent;
    this.quoteConversion = quoteConversion;
    this.caps = caps;
    this.destinations = destinations;
    this.ledger = ledger;
  }

  record QuoteRequest(@NotNull Credits credits, @Nullable @Size(max = 64) String agent) {}

  /**
   * A quote as callers see it.
   *
   * @param caps what is left of this month
   * @param earnings what converts now, and what else from when on; null while the ledger does not
   *     answer, and for a key without {@code credits:read}
   * @param seasoning where the ledger tells the same at any time
   * @param payoutAccount whether the owner can be paid now
   */
  record QuoteAnswer(
      String id,
      String agent,
      Credits credits,
      Usd grossUsd,
      Usd feeUsd,
      int feeBps,
      Usd netUsd,
      List<CapLimit> caps,
      @Nullable Earnings earnings,
      String seasoning,
      PayoutAccountStatus payoutAccount,
      Instant expiresAt) {}

  @PostMapping("/api/v1/billing/convert-to-usd/quote")
  @AllowedTo(
      value = {Role.AGENT, Role.HUMAN},
      scopes = Scope.CONVERT)
  ResponseEntity<?> quote(
      Caller caller,
      @Valid @RequestBody QuoteRequest request,
      @RequestHeader(name = Delegation.HEADER, required = false) @Nullable String delegation) {
    return switch (rules.check(request.credits())) {
      case NOT_IN_TENTHS -> AmountProblems.notInTenths();
      case TOO_SMALL -> AmountProblems.tooSmall(rules.min());
      case NONE ->
          switch (resolveAgent.resolve(caller, request.agent())) {
            case ResolvedAgent.Unnamed _ -> AgentProblems.required();
            case ResolvedAgent.Unknown _ -> AgentProblems.unknown();
            case ResolvedAgent.Unclaimed _ -> AgentProblems.unclaimed();
            case ResolvedAgent.Closed _ -> AgentProblems.closed();
            case ResolvedAgent.Owned agent ->
                ResponseEntity.ok(
                    answer(
                        quoteConversion.quote(agent.agentId(), request.credits()),
                        agent,
                        ledger.earnings(agent.agentId(), delegation).orElse(null)));
          };
    };
  }

  private QuoteAnswer answer(Quote quote, ResolvedAgent.Owned agent, @Nullable Earnings earnings) {
    Terms terms = quote.terms();
    return new QuoteAnswer(
        quote.id(),
        quote.agentId(),
        terms.credits(),
        terms.gross(),
        terms.fee(),
        terms.feeBps(),
        terms.net(),
        List.of(caps.agentLimit(agent.agentId()), caps.ownerLimit(agent.ownerId())),
        earnings,
        LedgerFigures.ADDRESS + agent.agentId(),
        destinations
            .known(agent.ownerId())
            .map(PayoutAccount::status)
            .orElse(PayoutAccountStatus.NONE),
        quote.expiresAt());
  }
}
