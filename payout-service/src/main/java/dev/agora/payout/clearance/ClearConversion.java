package dev.agora.payout.clearance;

import dev.agora.payout.approval.ApprovalRules;
import dev.agora.payout.conversion.Conversion;
import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.conversion.ConversionProcess;
import dev.agora.payout.conversion.ConversionStatus;
import dev.agora.payout.conversion.MoveConversion;
import dev.agora.payout.risk.AssessRisk;
import dev.agora.payout.risk.EarnedFrom;
import dev.agora.payout.risk.Finding;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a conversion go on, or makes it wait for whoever has to say yes first: the owner, then the
 * platform. What speaks for a review is found out once, when the credits are set aside.
 */
@Service
@Transactional
public class ClearConversion {

  private final MoveConversion moveConversion;
  private final ConversionProcess process;
  private final ApprovalRules rules;
  private final AssessRisk assessRisk;
  private final Findings findings;
  private final ApprovalProperties properties;
  private final InstantSource clock;

  ClearConversion(
      MoveConversion moveConversion,
      ConversionProcess process,
      ApprovalRules rules,
      AssessRisk assessRisk,
      Findings findings,
      ApprovalProperties properties,
      InstantSource clock) {
    this.moveConversion = moveConversion;
    this.process = process;
    this.rules = rules;
    this.assessRisk = assessRisk;
    this.findings = findings;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * The ledger has set the credits aside; told again, it changes nothing.
   *
   * @param earned from whom the agent has what it earned lately
   */
  public void reserved(ConversionId id, Collection<EarnedFrom> earned) {
    Conversion conversion = moveConversion.reserved(id);
    if (conversion.status() != ConversionStatus.RESERVED) {
      return;
    }
    List<Finding> found = assessRisk.assess(conversion, earned);
    findings.add(id, found);
    if (asksOwner(conversion)) {
      moveConversion.awaitsOwner(id, clock.instant().plus(properties.lapsesAfter()));
    } else if (!found.isEmpty()) {
      moveConversion.awaitsReview(id);
    } else {
      process.clear(id);
    }
  }

  /** The owner has said yes, with the current transaction. */
  Conversion approved(ConversionId id) {
    return findings.of(id).isEmpty() ? cleared(id) : moveConversion.awaitsReview(id);
  }

  /** Nobody has anything against it, with the current transaction. */
  Conversion cleared(ConversionId id) {
    process.clear(id);
    return moveConversion.sending(id);
  }

  private boolean asksOwner(Conversion conversion) {
    return !conversion.isAskedByOwner()
        && rules.asksFor(conversion.humanId(), conversion.terms().credits());
  }
}
