package dev.agora.ledger.analytics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the database works out what it is asked within a transaction. */
@Repository
class JdbcPlans {

  private final JdbcClient jdbc;

  JdbcPlans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Interprets statements as they are. PostgreSQL would compile them first, for seconds, if it took
   * the many lookups by key for something large.
   */
  void interpret() {
    jdbc.sql("SELECT set_config('jit', 'off', true)").query((row, index) -> index).single();
  }
}
