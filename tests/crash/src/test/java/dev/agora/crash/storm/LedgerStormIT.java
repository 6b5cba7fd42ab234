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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * R1 and R4 of the goals: random operations of a seed, concurrent, over HTTP and Kafka, repeated,
 * raced and abandoned, on a real ledger that is killed meanwhile. Everything acknowledged is there
 * once, nothing else is, and no balance, limit or hold was overspent.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // set before all tests
class LedgerStormIT {

  private final StormTerms terms = StormTerms.given();
  private StormLedger ledger;
  private Storm storm;

  @BeforeAll
  void begin() throws Exception {
    System.out.println("Storm: replay with -Dstorm.seed=" + terms.seed() + ", " + terms);
    ledger = StormLedger.start(Files.createTempDirectory("agora-storm"));
    ledger.growTo(terms.replicas());
    storm = new Storm(terms, ledger);
    storm.begin();
  }

  @AfterAll
  void end() {
    if (storm != null) {
      storm.close();
    }
    if (ledger != null) {
      ledger.close();
    }
  }

  @Test
  @Order(1)
  void everyEffectIsThereOnceThroughDuplicatesTimeOutsAndKills() throws Exception {
    String result = rage(terms);
    @Nullable String page = System.getProperty("storm.report");
    if (page != null) {
      Files.writeString(Path.of(page), result, StandardOpenOption.APPEND);
    }
  }

  /** The same storm goes on with a second ledger on the database, and one of the two is killed. */
  @Test
  @Order(2)
  void twoLedgersOnOneDatabaseDoTheSame() throws Exception {
    ledger.growTo(2);
    rage(terms.withSecondLedger());
  }

  /** A line for docs/proofs.md. */
  private String rage(StormTerms now) throws Exception {
    int before = storm.kills();
    long postings = storm.postings();
    int transactions = storm.books().transactions();
    Instant began = Instant.now();
    storm.rage(now);
    Duration took = Duration.between(began, Instant.now());
    System.out.println("Storm: " + new TreeMap<>(storm.books().counts()));
    try (StormAudit audit = new StormAudit(storm, ledger)) {
      audit.everythingHolds();
    }
    int kills = storm.kills() - before;
    assertThat(kills).isEqualTo(now.kills());
    String line =
        "| %s | %d | %,d | %,d | %d | %d | %d s | holds |%n"
            .formatted(
                Instant.now().truncatedTo(ChronoUnit.MINUTES),
                now.seed(),
                storm.postings() - postings,
                storm.books().transactions() - transactions,
                kills,
                ledger.replicas(),
                took.toSeconds());
    System.out.printf("Storm: %s (%,d operations, audited after)%n", line, storm.operations());
    return line;
  }
}
