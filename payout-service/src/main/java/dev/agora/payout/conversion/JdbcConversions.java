package dev.agora.payout.conversion;

import dev.agora.http.page.PageRequest;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.money.Usd;
import dev.agora.payout.quote.Terms;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcConversions implements Conversions {

  private static final String SELECT = "SELECT * FROM conversion ";

  private final JdbcClient jdbc;

  JdbcConversions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Conversion conversion) {
    Terms terms = conversion.terms();
    jdbc.sql(
            """
            INSERT INTO conversion
              (conversion_id, agent_id, human_id, hold_id, destination, credit_micros, gross_cents,
               fee_cents, fee_bps, net_cents, asked_by, cap_month, status, payout_status,
               created_at, changed_at, version)
            VALUES
              (:id, :agent, :human, :hold, :destination, :credits, :gross, :fee, :feeBps, :net,
               :askedBy, :month, :status, :bank, :created, :created, :version)
            """)
        .param("id", conversion.id().value())
        .param("agent", conversion.agentId())
        .param("human", conversion.humanId())
        .param("hold", conversion.holdId())
        .param("destination", conversion.destination())
        .param("credits", terms.credits().micros())
        .param("gross", terms.gross().cents())
        .param("fee", terms.fee().cents())
        .param("feeBps", terms.feeBps())
        .param("net", terms.net().cents())
        .param("askedBy", conversion.askedBy())
        .param("month", conversion.capMonth().atDay(1))
        .param("status", conversion.status().name())
        .param("bank", conversion.bankLeg().status().name())
        .param("created", at(conversion.createdAt()))
        .param("version", conversion.version())
        .update();
    remember(conversion);
  }

  @Override
  public Optional<Conversion> find(ConversionId id) {
    return jdbc.sql(SELECT + "WHERE conversion_id = ?")
        .param(id.value())
        .query(ConversionRow::read)
        .optional();
  }

  @Override
  public Optional<Conversion> lock(ConversionId id) {
    return jdbc.sql(SELECT + "WHERE conversion_id = ? FOR UPDATE")
        .param(id.value())
        .query(ConversionRow::read)
        .optional();
  }

  @Override
  public List<ConversionId> ofPayout(String payoutId) {
    return jdbc.sql("SELECT conversion_id FROM conversion WHERE payout_id = ?")
        .param(payoutId)
        .query((row, index) -> new ConversionId(row.getString("conversion_id")))
        .list();
  }

  @Override
  public List<Conversion> ofAgent(String agentId, PageRequest page) {
    return page("agent_id", agentId, page);
  }

  @Override
  public List<Conversion> ofHuman(String humanId, PageRequest page) {
    return page("human_id", humanId, page);
  }

  @Override
  public List<ConversionId> lapsed(Instant now, int atMost) {
    return jdbc.sql(
            """
            SELECT conversion_id FROM conversion
            WHERE status = 'APPROVAL' AND lapses_at <= ? AND rejection_code IS NULL
            ORDER BY lapses_at LIMIT ?
            """)
        .params(at(now), atMost)
        .query((row, index) -> new ConversionId(row.getString("conversion_id")))
        .list();
  }

  @Override
  public List<Conversion> inReview(PageRequest page) {
    return page("status", ConversionStatus.REVIEW.name(), page);
  }

  private List<Conversion> page(String column, String subjectId, PageRequest page) {
    return jdbc.sql(
            SELECT
                + "WHERE "
                + column
                + """
                 = :subject AND (:after::text IS NULL OR conversion_id < :after)
                ORDER BY conversion_id DESC LIMIT :limit
                """)
        .param("subject", subjectId)
        .param("after", page.after())
        .param("limit", page.fetchLimit())
        .query(ConversionRow::read)
        .list();
  }

  @Override
  public void save(Conversion conversion) {
    Rejection rejection = conversion.rejection();
    BankLeg leg = conversion.bankLeg();
    jdbc.sql(
            """
            UPDATE conversion SET
              status = :status, rejection_code = :code, rejection_message = :message,
              convertible = :convertible, transaction_id = :transaction, payout_status = :bank,
              payout_id = :payout, payout_made_at = :made, payout_failure = :failure,
              lapses_at = :lapses, reversed_cents = :reversed,
              completed_at = CASE WHEN :status = 'COMPLETED'
                                  THEN coalesce(completed_at, :changed) ELSE completed_at END,
              changed_at = :changed, version = :version
            WHERE conversion_id = :id
            """)
        .param("id", conversion.id().value())
        .param("status", conversion.status().name())
        .param("code", rejection == null ? null : rejection.code())
        .param("message", rejection == null ? null : rejection.message())
        .param("convertible", rejection == null ? null : rejection.convertible())
        .param("transaction", conversion.transactionId())
        .param("bank", leg.status().name())
        .param("payout", leg.payoutId())
        .param("made", leg.madeAt() == null ? null : at(leg.madeAt()))
        .param("lapses", conversion.lapsesAt() == null ? null : at(conversion.lapsesAt()))
        .param("failure", leg.failure())
        .param("reversed", conversion.reversed().cents())
        .param("changed", at(conversion.changedAt()))
        .param("version", conversion.version())
        .update();
    remember(conversion);
  }

  @Override
  public List<HistoryEntry> history(ConversionId id) {
    return jdbc.sql("SELECT * FROM conversion_history WHERE conversion_id = ? ORDER BY version")
        .param(id.value())
        .query(
            (row, index) ->
                new HistoryEntry(
                    JdbcInstants.read(row, "at"),
                    ConversionStatus.valueOf(row.getString("status")),
                    BankStatus.valueOf(row.getString("payout_status")),
                    row.getString("payout_failure"),
                    Usd.ofCents(row.getLong("reversed_cents"))))
        .list();
  }

  private void remember(Conversion conversion) {
    jdbc.sql(
            """
            INSERT INTO conversion_history
              (conversion_id, version, status, payout_status, payout_failure, reversed_cents, at)
            VALUES (:id, :version, :status, :bank, :failure, :reversed, :at)
            """)
        .param("id", conversion.id().value())
        .param("version", conversion.version())
        .param("status", conversion.status().name())
        .param("bank", conversion.bankLeg().status().name())
        .param("failure", conversion.bankLeg().failure())
        .param("reversed", conversion.reversed().cents())
        .param("at", at(conversion.changedAt()))
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
