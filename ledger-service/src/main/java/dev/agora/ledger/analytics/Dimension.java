package dev.agora.ledger.analytics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sums are taken by. */
enum Dimension {
  AGENT("part.agent_id"),
  /** UTC. */
  DAY("part.day::text"),
  KIND("part.kind::text"),
  COUNTERPARTY("coalesce(other.agent_id, 'platform')");

  private final String sql;

  Dimension(String sql) {
    this.sql = sql;
  }

  /** Its value as text, which sorts in the order of pages. */
  String sql() {
    return sql + " COLLATE \"C\"";
  }

  /** The dimension that a query names, such as {@code day}. */
  static Optional<Dimension> of(String parameter) {
    return Arrays.stream(values())
        .filter(dimension -> dimension.name().toLowerCase(Locale.ROOT).equals(parameter))
        .findFirst();
  }
}
