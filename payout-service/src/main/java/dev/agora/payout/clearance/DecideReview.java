package dev.agora.payout.clearance;

import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.payout.clearance.DecisionResult.Decided;
import dev.agora.payout.clearance.DecisionResult.NotWaiting;
import dev.agora.payout.clearance.DecisionResult.OwnMoney;
import dev.agora.payout.clearance.DecisionResult.Unknown;
import dev.agora.payout.conversion.Conversion;
import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.conversion.ConversionProcess;
import dev.agora.payout.conversion.ConversionStatus;
import dev.agora.payout.conversion.MoveConversion;
import dev.agora.payout.conversion.Rejection;
import dev.agora.payout.risk.Finding;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an operator's word about a conversion that a rule stopped, once, with a reason. */
@Service
@Transactional
class DecideReview {

  private final MoveConversion moveConversion;
  private final ClearConversion clearConversion;
  private final ConversionProcess process;
  private final Rulings rulings;
  private final Findings findings;
  private final AuditLog audit;
  private final InstantSource clock;

  DecideReview(
      MoveConversion moveConversion,
      ClearConversion clearConversion,
      ConversionProcess process,
      Rulings rulings,
      Findings findings,
      AuditLog audit,
      InstantSource clock) {
    this.moveConversion = moveConversion;
    this.clearConversion = clearConversion;
    this.process = process;
    this.rulings = rulings;
    this.findings = findings;
    this.audit = audit;
    this.clock = clock;
  }

  /** An operator, whose own money it is not, says yes or no. */
  DecisionResult decide(
      String conversionId, String operator, Ruling.Outcome outcome, String reason) {
    Optional<Conversion> found =
        ConversionId.parse(conversionId).flatMap(moveConversion::lockToDecide);
    if (found.isEmpty()) {
      return new Unknown();
    }
    Conversion conversion = found.get();
    if (conversion.humanId().equals(operator)) {
      return new OwnMoney();
    }
    if (conversion.status() == ConversionStatus.REVIEW && conversion.rejection() == null) {
      return new Decided(rule(conversion, operator, outcome, reason));
    }
    boolean before =
        rulings
            .find(conversion.id(), Ruling.Kind.REVIEW)
            .filter(ruling -> ruling.outcome() == outcome)
            .isPresent();
    return before ? new Decided(conversion) : new NotWaiting(conversion.status());
  }

  private Conversion rule(
      Conversion conversion, String operator, Ruling.Outcome outcome, String reason) {
    ConversionId id = conversion.id();
    rulings.add(new Ruling(id, Ruling.Kind.REVIEW, outcome, operator, reason, clock.instant()));
    String rules = findings.of(id).stream().map(Finding::rule).collect(Collectors.joining(" "));
    audit.record(
        Deed.of(Act.CONVERSION_DECIDED, conversion.humanId(), id.value())
            .changing(Map.of("rules", rules), Map.of("review", outcome.name())));
    if (outcome == Ruling.Outcome.YES) {
      return clearConversion.cleared(id);
    }
    Conversion turned = moveConversion.turnsBack(id, Rejection.inReview(reason));
    process.turnBack(id, Rejection.REVIEW_REFUSED);
    return turned;
  }
}
