package dev.agora.ledger.journal;

import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Counts postings by kind and outcome, how many share a commit, and what a commit's time goes to.
 */
@Component
class PostingMetrics {

  /** What a batch does, in this order. */
  enum Stage {
    LOCK,
    LOAD,
    DECIDE,
    PREPARE,
    ANSWER,
    WRITE,
    COMMIT
  }

  private final MeterRegistry registry;
  private final DistributionSummary batchSizes;
  private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);

  PostingMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.batchSizes =
        DistributionSummary.builder("agora.ledger.batch.size")
            .description("postings that were decided in one transaction")
            .register(registry);
    for (Stage stage : Stage.values()) {
      stages.put(
          stage,
          Timer.builder("agora.ledger.batch.stage")
              .tag("stage", stage.name().toLowerCase(Locale.ROOT))
              .description("what a batch's time goes to")
              .register(registry));
    }
  }

  /** Does it, and adds the time it took to the stage. */
  <T> T timed(Stage stage, Supplier<T> work) {
    long begin = System.nanoTime();
    try {
      return work.get();
    } finally {
      add(stage, System.nanoTime() - begin);
    }
  }

  void run(Stage stage, Runnable work) {
    long begin = System.nanoTime();
    work.run();
    add(stage, System.nanoTime() - begin);
  }

  void add(Stage stage, long nanos) {
    Objects.requireNonNull(stages.get(stage)).record(nanos, TimeUnit.NANOSECONDS);
  }

  void batch(int size) {
    batchSizes.record(size);
  }

  void decided(Posting posting, Outcome outcome) {
    registry
        .counter(
            "agora.ledger.postings",
            "kind",
            posting.kind().name().toLowerCase(Locale.ROOT),
            "outcome",
            name(outcome))
        .increment();
  }

  private static String name(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> "accepted";
      case Outcome.AlreadyPosted already -> "already_posted";
      case Outcome.IdReusedWithOtherContent reused -> "id_reused";
      case Outcome.Rejected(var reason, var shortfall) -> reason.name().toLowerCase(Locale.ROOT);
    };
  }
}
