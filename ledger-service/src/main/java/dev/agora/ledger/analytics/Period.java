package dev.agora.ledger.analytics;

import java.time.LocalDate;

/**
 * Whole days, UTC.
 *
 * @param from the first
 * @param to the last
 */
record Period(LocalDate from, LocalDate to) {

  static final int DAYS_MAX = 366;
  static final int DAYS_DEFAULT = 30;
}
