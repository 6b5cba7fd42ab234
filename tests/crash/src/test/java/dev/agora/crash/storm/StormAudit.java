package dev.agora.crash.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.local.infrastructure.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what the ledger has written with what it has acknowledged. */
final class StormAudit implements AutoCloseable {

  private static final String JOURNAL =
      """
      SELECT CASE
               WHEN journal.reference LIKE 'storm-%' THEN journal.kind || ' ' || journal.reference
               WHEN hold.purpose = 'PAYMENT' THEN journal.kind || ' ' || hold.id || ' ' || journal.amount
               ELSE journal.posting_id
             END
      FROM journal LEFT JOIN hold ON hold.id = journal.hold_id""";

  private final Storm storm;
  private final Connection connection;

  StormAudit(Storm storm, Database database) throws SQLException {
    this.storm = storm;
    connection = DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  /** Every acknowledged effect is there exactly once, and nothing else is. */
  void theJournalIsWhatWasAcknowledged() throws SQLException {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                texts("SELECT id FROM hold WHERE status = 'HELD' AND expires_at < now()")
                    .isEmpty());
    closeExpiredHolds();
    Map<String, Integer> difference = new HashMap<>();
    storm.books().journal().forEach(line -> difference.merge(line, 1, Integer::sum));
    texts(JOURNAL).forEach(line -> difference.merge(line, -1, Integer::sum));
    difference.values().removeIf(count -> count == 0);
    assertThat(difference).as("acknowledged, but not written (or written only: below 0)").isEmpty();
  }

  /** Of a hold that nobody was told an end of, the rest goes back at its time, and not before. */
  private void closeExpiredHolds() throws SQLException {
    List<String> expired =
        texts("SELECT id FROM hold WHERE status = 'EXPIRED' AND ended_at >= expires_at");
    for (StormBooks.OpenHold hold : storm.books().open()) {
      if (hold.left() > 0 && expired.contains(hold.id())) {
        String line = "RELEASE %s %d".formatted(hold.id(), hold.left());
        storm.books().setAside(line, hold.payer(), -hold.left());
      }
    }
  }

  void everyAgentHasWhatItWasTold() throws SQLException {
    List<String> written = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (int agent = 0; agent < Operation.AGENTS; agent++) {
      told.add(storm.books().of(agent));
      written.addAll(
          texts(
              "SELECT promotional + purchased + earned + debt || ' ' || held || ' ' || frozen"
                  + " FROM wallet WHERE agent_id = '"
                  + storm.cast().agent(agent)
                  + "'"));
    }
    assertThat(written).isEqualTo(told);
  }

  void nothingIsOverspent() throws SQLException {
    assertThat(
            texts(
                "SELECT number FROM entry WHERE part NOT IN ('WHOLE', 'DEBT') AND balance_after < 0"))
        .as("balances below zero, ever")
        .isEmpty();
    assertThat(
            texts(
                """
                SELECT hold.id FROM hold JOIN journal ON journal.hold_id = hold.id AND journal.kind = 'CAPTURE'
                GROUP BY hold.id, hold.amount HAVING sum(journal.amount) > hold.amount"""))
        .as("holds captured for more than they held")
        .isEmpty();
    for (int limited : Storm.LIMITED) {
      assertThat(storm.books().spent(limited)).as("spent").isLessThanOrEqualTo(Storm.DAILY);
    }
  }

  void theProofHolds() {
    LedgerOverHttp.Answer proof =
        storm.http().get("/api/v1/ledger/proof", () -> storm.cast().agentToken(0));
    assertThat(proof.body().path("ok").asBoolean(false)).as(proof.body().toString()).isTrue();
    assertThat(storm.faults()).isEmpty();
  }

  private List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
