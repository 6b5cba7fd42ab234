package dev.agora.payout.clearance;

import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.payout.clearance.DecisionResult.Decided;
import dev.agora.payout.clearance.DecisionResult.NotWaiting;
import dev.agora.payout.clearance.DecisionResult.Unknown;
import dev.agora.payout.conversion.Conversion;
import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.conversion.ConversionProcess;
import dev.agora.payout.conversion.ConversionStatus;
import dev.agora.payout.conversion.MoveConversion;
import dev.agora.payout.conversion.Rejection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the owner's word, or its absence, once. */
@Service
@Transactional
class DecideApproval {

  private final MoveConversion moveConversion;
  private final ClearConversion clearConversion;
  private final ConversionProcess process;
  private final Rulings rulings;
  private final AuditLog audit;
  private final InstantSource clock;

  DecideApproval(
      MoveConversion moveConversion,
      ClearConversion clearConversion,
      ConversionProcess process,
      Rulings rulings,
      AuditLog audit,
      InstantSource clock) {
    this.moveConversion = moveConversion;
    this.clearConversion = clearConversion;
    this.process = process;
    this.rulings = rulings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The owner says yes or no.
   *
   * @param humanId who is paid by it
   */
  DecisionResult decide(String conversionId, String humanId, Ruling.Outcome outcome) {
    Optional<Conversion> found =
        ConversionId.parse(conversionId)
            .flatMap(moveConversion::lockToDecide)
            .filter(conversion -> conversion.humanId().equals(humanId));
    if (found.isEmpty()) {
      return new Unknown();
    }
    Conversion conversion = found.get();
    if (waits(conversion, clock.instant())) {
      audit.record(
          Deed.of(Act.CONVERSION_DECIDED, humanId, conversionId)
              .changing(Map.of(), Map.of("approval", outcome.name())));
      return new Decided(rule(conversion, outcome, humanId));
    }
    boolean before =
        rulings
            .find(conversion.id(), Ruling.Kind.APPROVAL)
            .filter(ruling -> ruling.outcome() == outcome)
            .isPresent();
    return before ? new Decided(conversion) : new NotWaiting(conversion.status());
  }

  /** The owner's time is over. */
  void lapse(ConversionId id) {
    moveConversion
        .lockToDecide(id)
        .filter(DecideApproval::isOpen)
        .filter(conversion -> !waits(conversion, clock.instant()))
        .ifPresent(conversion -> rule(conversion, Ruling.Outcome.LAPSED, Ruling.CLOCK));
  }

  private Conversion rule(Conversion conversion, Ruling.Outcome outcome, String by) {
    ConversionId id = conversion.id();
    rulings.add(new Ruling(id, Ruling.Kind.APPROVAL, outcome, by, null, clock.instant()));
    return switch (outcome) {
      case YES -> clearConversion.approved(id);
      case NO -> turnBack(id, Rejection.APPROVAL_DENIED);
      case LAPSED -> turnBack(id, Rejection.APPROVAL_LAPSED);
    };
  }

  private Conversion turnBack(ConversionId id, String code) {
    Conversion turned = moveConversion.turnsBack(id, Rejection.of(code));
    process.turnBack(id, code);
    return turned;
  }

  private static boolean waits(Conversion conversion, Instant now) {
    Instant lapsesAt = conversion.lapsesAt();
    return isOpen(conversion) && lapsesAt != null && now.isBefore(lapsesAt);
  }

  private static boolean isOpen(Conversion conversion) {
    return conversion.status() == ConversionStatus.APPROVAL && conversion.rejection() == null;
  }
}
