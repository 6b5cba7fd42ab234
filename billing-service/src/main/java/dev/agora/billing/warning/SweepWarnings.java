package dev.agora.billing.warning;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Looks for warnings now and then, so that none depends on an event of Stripe. */
@Service
public class SweepWarnings {

  private static final Logger log = LoggerFactory.getLogger(SweepWarnings.class);

  private final Warnings warnings;
  private final BankWarnings bank;
  private final TakeWarning takeWarning;
  private final WarningProperties properties;

  SweepWarnings(
      Warnings warnings, BankWarnings bank, TakeWarning takeWarning, WarningProperties properties) {
    this.warnings = warnings;
    this.bank = bank;
    this.takeWarning = takeWarning;
    this.properties = properties;
  }

  /** Takes in what is new. */
  public void sweep() {
    var from = warnings.lookFrom(properties.overlap(), properties.patience()).orElse(null);
    for (FraudWarning warning : bank.since(from)) {
      attempt(warning);
    }
  }

  /** One that fails must not keep the others waiting. */
  private void attempt(FraudWarning warning) {
    try {
      takeWarning.take(warning);
    } catch (RuntimeException failed) {
      log.warn("warning {} could not be taken in: {}", warning.stripeId(), failed.toString());
    }
  }
}
