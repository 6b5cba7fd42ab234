package dev.agora.marketplace.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All reports of reviews. */
interface Reports {

  /**
   * Adds one.
   *
   * @return false if the reporter has reported that review before
   */
  boolean add(Report report);

  /** Finds one and locks it until the transaction ends. */
  Optional<Report> lock(ReportId id);

  void decide(ReportId id, Report.Decision decision, String operator, Instant at);

  /**
   * Those that nobody has decided, oldest first.
   *
   * @param after the one after which the stretch starts; null for the oldest
   */
  List<Report> open(@Nullable ReportId after, int limit);
}
