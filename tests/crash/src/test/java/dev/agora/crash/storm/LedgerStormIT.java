package dev.agora.crash.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * R1 and R4 of the goals: random operations of a seed, concurrent, over HTTP and Kafka, repeated,
 * raced and abandoned, on a real ledger that is killed meanwhile. Everything acknowledged is there
 * once, nothing else is, and no balance, limit or hold was overspent.
 */
class LedgerStormIT {

  @Test
  void everyEffectIsThereOnceThroughDuplicatesTimeOutsAndKills() throws Exception {
    StormTerms terms = StormTerms.given();
    System.out.println("Storm: replay with -Dstorm.seed=" + terms.seed() + ", " + terms);
    Path folder = Files.createTempDirectory("agora-storm");
    try (StormLedger ledger = StormLedger.start(folder, terms.replicas())) {
      Storm storm = new Storm(terms, ledger);
      Instant began = Instant.now();
      storm.run();
      Duration took = Duration.between(began, Instant.now());
      System.out.println("Storm: " + new TreeMap<>(storm.books().counts()));
      try (StormAudit audit = new StormAudit(storm, ledger.database())) {
        audit.theJournalIsWhatWasAcknowledged();
        audit.everyAgentHasWhatItWasTold();
        audit.nothingIsOverspent();
        audit.theProofHolds();
      }
      assertThat(storm.kills()).isEqualTo(terms.kills());
      report(terms, storm, took);
    }
  }

  /** A line for docs/proofs.md. */
  private static void report(StormTerms terms, Storm storm, Duration took) throws Exception {
    String line =
        "| %s | %d | %,d | %,d | %d | %d | %d s | holds |%n"
            .formatted(
                Instant.now().truncatedTo(ChronoUnit.MINUTES),
                terms.seed(),
                storm.postings(),
                storm.books().journal().size(),
                storm.kills(),
                terms.replicas(),
                took.toSeconds());
    System.out.print("Storm: " + line);
    @Nullable String page = System.getProperty("storm.report");
    if (page != null) {
      Files.writeString(Path.of(page), line, StandardOpenOption.APPEND);
    }
  }
}
