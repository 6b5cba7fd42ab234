package dev.agora.payout.cap;

import dev.agora.money.Credits;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCapCounter implements CapCounter {

  private final JdbcClient jdbc;

  JdbcCapCounter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean add(Kind kind, String subjectId, YearMonth month, Credits amount, Credits cap) {
    jdbc.sql(
            """
            INSERT INTO conversion_cap (kind, subject_id, month, used_micros) VALUES (?, ?, ?, 0)
            ON CONFLICT DO NOTHING
            """)
        .params(kind.name(), subjectId, firstOf(month))
        .update();
    // One atomic statement: parallel requests wait for each other here and see what is left.
    return jdbc.sql(
                """
                UPDATE conversion_cap SET used_micros = used_micros + :amount
                WHERE kind = :kind AND subject_id = :subject AND month = :month
                  AND used_micros + :amount <= :cap
                """)
            .param("amount", amount.micros())
            .param("cap", cap.micros())
            .param("kind", kind.name())
            .param("subject", subjectId)
            .param("month", firstOf(month))
            .update()
        == 1;
  }

  @Override
  public void subtract(Kind kind, String subjectId, YearMonth month, Credits amount) {
    jdbc.sql(
            """
            UPDATE conversion_cap SET used_micros = used_micros - ?
            WHERE kind = ? AND subject_id = ? AND month = ?
            """)
        .params(amount.micros(), kind.name(), subjectId, firstOf(month))
        .update();
  }

  @Override
  public Credits used(Kind kind, String subjectId, YearMonth month) {
    return jdbc.sql(
            """
            SELECT used_micros FROM conversion_cap WHERE kind = ? AND subject_id = ? AND month = ?
            """)
        .params(kind.name(), subjectId, firstOf(month))
        .query(Long.class)
        .optional()
        .map(Credits::ofMicros)
        .orElse(Credits.ZERO);
  }

  private static LocalDate firstOf(YearMonth month) {
    return month.atDay(1);
  }
}
