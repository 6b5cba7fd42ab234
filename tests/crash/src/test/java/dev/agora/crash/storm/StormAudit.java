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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Compares what the ledger has written with what it has acknowledged. */
final class StormAudit implements AutoCloseable {

  private static final int FETCHED = 10_000;
  private static final String JOURNAL =
      """
      SELECT CASE
               WHEN journal.reference LIKE 'storm-%' THEN journal.kind || ' ' || journal.reference
               WHEN hold.purpose = 'PAYMENT' THEN journal.kind || ' ' || hold.id || ' ' || journal.amount
               ELSE journal.posting_id
             END
      FROM journal LEFT JOIN hold ON hold.id = journal.hold_id""";

  private final Storm storm;
  private final StormLedger ledger;
  private final Connection connection;

  StormAudit(Storm storm, StormLedger ledger) throws SQLException {
    this.storm = storm;
    this.ledger = ledger;
    Database database = ledger.database();
    connection = DriverManager.getConnection(database.url(), database.user(), database.password());
    // Without it the driver would hold all rows at once.
    connection.setAutoCommit(false);
  }

  void everythingHolds() throws SQLException {
    theJournalIsWhatWasAcknowledged();
    everyAgentHasWhatItWasTold();
    nothingIsOverspent();
    everyLimitHeld();
    none(
        "deadlocks",
        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database() AND deadlocks > 0");
    theProofAndTheAuditHold();
    assertThat(storm.faults()).as(named("answers that nobody should get")).isEmpty();
  }

  /** Every acknowledged effect is there exactly once, and nothing else is. */
  private void theJournalIsWhatWasAcknowledged() throws SQLException {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                texts("SELECT id FROM hold WHERE status = 'HELD' AND expires_at < now()")
                    .isEmpty());
    closeExpiredHolds();
    Map<String, Integer> difference = storm.books().journal();
    each(JOURNAL, line -> difference.merge(line, -1, Integer::sum));
    difference.values().removeIf(count -> count == 0);
    assertThat(difference)
        .as(named("acknowledged, but not written (or written only: below 0)"))
        .isEmpty();
  }

  /** Of a hold that nobody was told an end of, the rest goes back at its time, and not before. */
  private void closeExpiredHolds() throws SQLException {
    Set<String> expired =
        new HashSet<>(
            texts("SELECT id FROM hold WHERE status = 'EXPIRED' AND ended_at >= expires_at"));
    for (StormBooks.OpenHold hold : storm.books().takeOpen()) {
      if (!expired.contains(hold.id())) {
        storm.books().mayExpire(hold.id(), hold.payer(), hold.left());
      } else if (hold.left() > 0) {
        String line = "RELEASE %s %d".formatted(hold.id(), hold.left());
        storm.books().setAside(line, hold.payer(), -hold.left());
      }
    }
  }

  private void everyAgentHasWhatItWasTold() throws SQLException {
    List<String> written = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (int agent = 0; agent < Operation.AGENTS; agent++) {
      told.add(agent + ": " + storm.books().of(agent));
      written.addAll(
          texts(
              "SELECT '%d: ' || promotional + purchased + earned + debt || ' ' || held || ' ' || frozen FROM wallet WHERE agent_id = '%s'"
                  .formatted(agent, storm.cast().agent(agent))));
    }
    assertThat(written).as(named("spendable less owed, held and frozen")).isEqualTo(told);
  }

  private void nothingIsOverspent() throws SQLException {
    none(
        "balances below zero, ever",
        "SELECT number FROM entry WHERE part NOT IN ('WHOLE', 'DEBT') AND balance_after < 0");
    none(
        "holds captured for more than they held",
        """
        SELECT hold.id FROM hold JOIN journal ON journal.hold_id = hold.id AND journal.kind = 'CAPTURE'
        GROUP BY hold.id, hold.amount HAVING sum(journal.amount) > hold.amount""");
    none(
        "more fees or rewards given away than there were",
        """
        SELECT path FROM platform_account WHERE path LIKE 'platform/fees/%' OR path = 'platform/rewards'
        GROUP BY path HAVING sum(balance) < 0""");
    none(
        "transactions reversed more than once",
        "SELECT reference FROM journal WHERE details ->> 'act' = 'reversal' GROUP BY 1 HAVING count(*) > 1");
  }

  private void everyLimitHeld() throws SQLException {
    for (int agent : OwnerFlows.LIMITED) {
      long days = storm.days();
      assertThat(storm.books().spent(agent))
          .as(named("spent by agent " + agent))
          .isLessThanOrEqualTo(OwnerFlows.DAILY * days);
    }
    for (int agent : OwnerFlows.CAPPED) {
      assertThat(storm.books().largest(agent))
          .as(named("largest payment of agent " + agent))
          .isLessThanOrEqualTo(OwnerFlows.CAP);
    }
    for (int agent : OwnerFlows.RESTRICTED) {
      none(
          "payments to one who is blocked",
          """
          SELECT posting_id FROM journal
          JOIN wallet payer ON payer.id = payer_id JOIN wallet payee ON payee.id = payee_id
          WHERE kind IN ('TRANSFER', 'HOLD') AND payer.agent_id = '%s' AND payee.agent_id = '%s'"""
              .formatted(storm.cast().agent(agent), storm.cast().agent(OwnerFlows.BLOCKED)));
    }
  }

  private void theProofAndTheAuditHold() {
    LedgerOverHttp.Answer proof =
        storm.http().get("/api/v1/ledger/proof", () -> storm.cast().agentToken(0));
    assertThat(proof.body().path("ok").asBoolean(false))
        .as(named(proof.body().toString()))
        .isTrue();
    assertThat(ledger.audit()).as(named("the audit")).startsWith("0: ");
  }

  private void none(String what, String query) throws SQLException {
    assertThat(texts(query)).as(named(what)).isEmpty();
  }

  private String named(String what) {
    return "-Dstorm.seed=%d: %s".formatted(storm.seed(), what);
  }

  private List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    each(query, texts::add);
    return texts;
  }

  private void each(String query, Consumer<String> taker) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCHED);
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          taker.accept(rows.getString(1));
        }
      }
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
