package dev.agora.marketplace.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whole days, UTC.
 *
 * @param from the first
 * @param to the last, at most 365 days later
 */
record Days(LocalDate from, LocalDate to) {

  private static final int MAX = 366;
  private static final int USUAL = 30;

  /** What a caller asked for: the 30 days to today where nothing is said; empty if it is wrong. */
  static Optional<Days> read(@Nullable String from, @Nullable String to, LocalDate today) {
    try {
      LocalDate last = to == null ? today : LocalDate.parse(to);
      LocalDate first = from == null ? last.minusDays(USUAL - 1) : LocalDate.parse(from);
      return Optional.of(new Days(first, last)).filter(Days::isReasonable);
    } catch (DateTimeParseException malformed) {
      return Optional.empty();
    }
  }

  // Years of nine digits are dates too, but nothing that PostgreSQL knows.
  private boolean isReasonable() {
    return !from.isAfter(to)
        && ChronoUnit.DAYS.between(from, to) < MAX
        && from.getYear() >= 2000
        && to.getYear() < 3000;
  }

  Instant begin() {
    return from.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** The first instant after it. */
  Instant end() {
    return to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
