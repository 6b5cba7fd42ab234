package dev.agora.ledger.proof;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the balances are compared with their entries in the background.
 *
 * @param page accounts, and entries of batches, that are compared at once, about
 * @param workMax how long each of the two walks goes on before it pauses
 */
@ConfigurationProperties("agora.ledger.proof")
record ProofProperties(@DefaultValue("1000") int page, @DefaultValue("25ms") Duration workMax) {

  ProofProperties {
    if (page < 1 || page > 100_000 || workMax.isNegative()) {
      throw new IllegalArgumentException(
          "agora.ledger.proof: page is from 1 to 100000, work-max from zero");
    }
  }
}
