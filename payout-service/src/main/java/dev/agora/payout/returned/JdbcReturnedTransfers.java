package dev.agora.payout.returned;

import dev.agora.http.page.PageRequest;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.money.Usd;
import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.quote.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReturnedTransfers implements ReturnedTransfers {

  private static final String SELECT =
      """
      SELECT returned_transfer.*, agent_id, human_id
      FROM returned_transfer JOIN conversion USING (conversion_id)
      """;

  private final JdbcClient jdbc;

  JdbcReturnedTransfers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean add(ReturnedTransfer found) {
    return jdbc.sql(
                """
                INSERT INTO returned_transfer
                  (return_id, reversal_id, conversion_id, amount_cents, status, found_at, changed_at, version)
                VALUES (:id, :reversal, :conversion, :amount, :status, :found, :found, :version)
                ON CONFLICT (reversal_id) DO NOTHING
                """)
            .param("id", found.id().value())
            .param("reversal", found.reversalId())
            .param("conversion", found.conversion().value())
            .param("amount", found.amount().cents())
            .param("status", found.status().name())
            .param("found", at(found.foundAt()))
            .param("version", found.version())
            .update()
        == 1;
  }

  @Override
  public Optional<ReturnedTransfer> lock(ReturnId id) {
    return jdbc.sql(SELECT + "WHERE return_id = ? FOR UPDATE OF returned_transfer")
        .param(id.value())
        .query(JdbcReturnedTransfers::read)
        .optional();
  }

  @Override
  public List<ReturnedTransfer> of(ConversionId conversion) {
    return jdbc.sql(SELECT + "WHERE conversion_id = ? ORDER BY return_id")
        .param(conversion.value())
        .query(JdbcReturnedTransfers::read)
        .list();
  }

  @Override
  public List<ReturnedTransfer> open(PageRequest page) {
    return jdbc.sql(
            SELECT
                + """
                WHERE returned_transfer.status <> 'SETTLED'
                  AND (:after::text IS NULL OR return_id < :after)
                ORDER BY return_id DESC LIMIT :limit
                """)
        .param("after", page.after())
        .param("limit", page.fetchLimit())
        .query(JdbcReturnedTransfers::read)
        .list();
  }

  @Override
  public void save(ReturnedTransfer changed) {
    Verdict verdict = changed.verdict();
    Verdict.Credited credited = verdict == null ? null : verdict.credited();
    Terms terms = credited == null ? null : credited.terms();
    ConversionId again = changed.paidAs();
    jdbc.sql(
            """
            UPDATE returned_transfer SET
              status = :status, outcome = :outcome, credited_agent_id = :agent,
              gross_cents = :gross, fee_cents = :fee, fee_bps = :feeBps, reason = :reason,
              requested_by = :asker, requested_at = :asked, approved_by = :approver,
              approved_at = :approved, paid_as = :again, changed_at = :changed, version = :version
            WHERE return_id = :id
            """)
        .param("id", changed.id().value())
        .param("status", changed.status().name())
        .param("outcome", verdict == null ? null : verdict.outcome().name())
        .param("agent", credited == null ? null : credited.agentId())
        .param("gross", terms == null ? null : terms.gross().cents())
        .param("fee", terms == null ? null : terms.fee().cents())
        .param("feeBps", terms == null ? null : terms.feeBps())
        .param("reason", verdict == null ? null : verdict.reason())
        .param("asker", verdict == null ? null : verdict.requestedBy())
        .param("asked", verdict == null ? null : at(verdict.requestedAt()))
        .param("approver", verdict == null ? null : verdict.approvedBy())
        .param("approved", verdict == null ? null : at(verdict.approvedAt()))
        .param("again", again == null ? null : again.value())
        .param("changed", at(changed.changedAt()))
        .param("version", changed.version())
        .update();
  }

  private static ReturnedTransfer read(ResultSet row, int index) throws SQLException {
    String again = row.getString("paid_as");
    return new ReturnedTransfer(
        new ReturnId(row.getString("return_id")),
        row.getString("reversal_id"),
        new ConversionId(row.getString("conversion_id")),
        row.getString("agent_id"),
        row.getString("human_id"),
        Usd.ofCents(row.getLong("amount_cents")),
        ReturnStatus.valueOf(row.getString("status")),
        verdict(row),
        again == null ? null : new ConversionId(again),
        JdbcInstants.read(row, "found_at"),
        JdbcInstants.read(row, "changed_at"),
        row.getLong("version"));
  }

  private static @Nullable Verdict verdict(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    if (outcome == null) {
      return null;
    }
    return new Verdict(
        ReturnOutcome.valueOf(outcome),
        credited(row),
        row.getString("reason"),
        row.getString("requested_by"),
        JdbcInstants.read(row, "requested_at"),
        row.getString("approved_by"),
        JdbcInstants.readOrNull(row, "approved_at"));
  }

  private static Verdict.@Nullable Credited credited(ResultSet row) throws SQLException {
    String agent = row.getString("credited_agent_id");
    if (agent == null) {
      return null;
    }
    Usd gross = Usd.ofCents(row.getLong("gross_cents"));
    Usd fee = Usd.ofCents(row.getLong("fee_cents"));
    Terms terms = new Terms(gross.atPar(), gross, fee, row.getInt("fee_bps"), gross.minus(fee));
    return new Verdict.Credited(agent, terms);
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
