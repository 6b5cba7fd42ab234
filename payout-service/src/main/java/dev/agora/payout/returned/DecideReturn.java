package dev.agora.payout.returned;

import dev.agora.agents.Agent;
import dev.agora.agents.AgentId;
import dev.agora.agents.Agents;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.payout.conversion.Conversion;
import dev.agora.payout.conversion.MoveConversion;
import dev.agora.payout.destination.Destinations;
import dev.agora.payout.destination.PayoutAccount;
import dev.agora.payout.destination.PayoutAccountStatus;
import dev.agora.payout.quote.ConversionRules;
import dev.agora.payout.quote.Terms;
import dev.agora.payout.returned.DecideReturnResult.Noted;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the word of two operators about dollars that came back: one asks, another approves. */
@Service
@Transactional
class DecideReturn {

  private final ReturnedTransfers returned;
  private final MoveConversion moveConversion;
  private final Agents agents;
  private final Destinations destinations;
  private final ConversionRules rules;
  private final ReturnProcess process;
  private final ReturnEvents events;
  private final AuditLog audit;
  private final InstantSource clock;

  DecideReturn(
      ReturnedTransfers returned,
      MoveConversion moveConversion,
      Agents agents,
      Destinations destinations,
      ConversionRules rules,
      ReturnProcess process,
      ReturnEvents events,
      AuditLog audit,
      InstantSource clock) {
    this.returned = returned;
    this.moveConversion = moveConversion;
    this.agents = agents;
    this.destinations = destinations;
    this.rules = rules;
    this.process = process;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One operator says what becomes of them; said again, by whomever, the last word counts.
   *
   * @param agentId who gets credits; null for the agent whose credits they had been
   */
  DecideReturnResult ask(
      String id, String operator, ReturnOutcome outcome, @Nullable String agentId, String reason) {
    ReturnedTransfer found = ReturnId.parse(id).flatMap(returned::lock).orElse(null);
    if (found == null) {
      return new DecideReturnResult.Unknown();
    }
    if (found.humanId().equals(operator)) {
      return new DecideReturnResult.OwnMoney();
    }
    if (!found.status().isWaiting()) {
      return new DecideReturnResult.NotWaiting(found);
    }
    String agent = agentId == null ? found.agentId() : agentId;
    return refusal(found, outcome, agent)
        .orElseGet(
            () -> {
              Verdict said =
                  new Verdict(
                      outcome,
                      credited(found, outcome, agent),
                      reason,
                      operator,
                      clock.instant(),
                      null,
                      null);
              return note(found.asked(said, clock.instant()), Act.ACT_ASKED);
            });
  }

  /**
   * Another operator says the same.
   *
   * @param outcome what they think was asked, so that nobody approves what they have not read
   */
  DecideReturnResult approve(String id, String operator, ReturnOutcome outcome) {
    ReturnedTransfer found = ReturnId.parse(id).flatMap(returned::lock).orElse(null);
    if (found == null) {
      return new DecideReturnResult.Unknown();
    }
    if (found.humanId().equals(operator)) {
      return new DecideReturnResult.OwnMoney();
    }
    Verdict asked = found.verdict();
    if (asked == null || asked.outcome() != outcome) {
      return new DecideReturnResult.NotWaiting(found);
    }
    if (found.status().isDecided()) {
      return new Noted(found);
    }
    if (asked.requestedBy().equals(operator)) {
      return new DecideReturnResult.SameOperator();
    }
    Verdict.Credited credited = asked.credited();
    String agent = credited == null ? found.agentId() : credited.agentId();
    return refusal(found, outcome, agent)
        .orElseGet(
            () -> {
              Instant now = clock.instant();
              Verdict approved = asked.approved(credited(found, outcome, agent), operator, now);
              ReturnedTransfer settling = found.settling(approved, now);
              DecideReturnResult noted = note(settling, Act.ACT_APPROVED);
              process.decided(settling);
              return noted;
            });
  }

  private DecideReturnResult note(ReturnedTransfer changed, Act act) {
    returned.save(changed);
    events.changed(changed);
    Verdict verdict = changed.verdict();
    audit.record(
        Deed.of(act, changed.humanId(), changed.id().value())
            .changing(
                Map.of(),
                Map.of(
                    "outcome",
                    verdict == null ? "" : verdict.outcome().name(),
                    "usd",
                    changed.amount().toString())));
    return new Noted(changed);
  }

  private Optional<DecideReturnResult> refusal(
      ReturnedTransfer found, ReturnOutcome outcome, String agentId) {
    return switch (outcome) {
      case KEEP -> Optional.empty();
      case CREDITS -> agentRefusal(found, agentId);
      case PAY_AGAIN -> agentRefusal(found, agentId).or(() -> accountRefusal(found));
    };
  }

  /** Credits go to an agent of whoever had been paid, and to nobody else. */
  private Optional<DecideReturnResult> agentRefusal(ReturnedTransfer found, String agentId) {
    Optional<Agent> agent =
        AgentId.parse(agentId)
            .flatMap(agents::find)
            .filter(known -> known.isOwnedBy(found.humanId()));
    if (agent.isEmpty()) {
      return Optional.of(new DecideReturnResult.AgentUnknown());
    }
    return agent.get().isClosed()
        ? Optional.of(new DecideReturnResult.AgentClosed())
        : Optional.empty();
  }

  private Optional<DecideReturnResult> accountRefusal(ReturnedTransfer found) {
    Optional<PayoutAccount> account = destinations.known(found.humanId());
    if (account.isEmpty() || !account.get().isReady()) {
      return Optional.of(
          new DecideReturnResult.AccountRequired(
              account.map(PayoutAccount::status).orElse(PayoutAccountStatus.NONE)));
    }
    Instant until = account.get().restingAt(clock.instant());
    return until == null
        ? Optional.empty()
        : Optional.of(new DecideReturnResult.DestinationRests(until));
  }

  private Verdict.@Nullable Credited credited(
      ReturnedTransfer found, ReturnOutcome outcome, String agentId) {
    if (outcome == ReturnOutcome.KEEP) {
      return null;
    }
    Conversion conversion = moveConversion.lockToDecide(found.conversion()).orElseThrow();
    Terms terms = rules.termsFor(found.amount(), conversion.terms().feeBps());
    return new Verdict.Credited(agentId, terms);
  }
}
