package dev.agora.billing.card;

import dev.agora.jdbc.JdbcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSavedCards implements SavedCards {

  private static final String SELECT = "SELECT * FROM saved_card ";

  private final JdbcClient jdbc;

  JdbcSavedCards(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(SavedCard card, Instant nextCheckAt) {
    jdbc.sql(
            """
            INSERT INTO saved_card
              (card_id, human_id, status, consent, created_at, expires_at, changed_at, version,
               next_check_at)
            VALUES
              (:id, :human, :status, :consent, :created, :expires, :created, :version, :nextCheck)
            """)
        .param("id", card.id().value())
        .param("human", card.humanId())
        .param("status", card.status().name())
        .param("consent", card.consent())
        .param("created", at(card.createdAt()))
        .param("expires", at(card.expiresAt()))
        .param("version", card.version())
        .param("nextCheck", at(nextCheckAt))
        .update();
  }

  @Override
  public Optional<SavedCard> find(CardId id) {
    return jdbc.sql(SELECT + "WHERE card_id = ?")
        .param(id.value())
        .query(JdbcSavedCards::read)
        .optional();
  }

  @Override
  public Optional<SavedCard> findBySession(String sessionId) {
    return jdbc.sql(SELECT + "WHERE session_id = ?")
        .param(sessionId)
        .query(JdbcSavedCards::read)
        .optional();
  }

  @Override
  public Optional<SavedCard> lock(CardId id) {
    return jdbc.sql(SELECT + "WHERE card_id = ? FOR UPDATE")
        .param(id.value())
        .query(JdbcSavedCards::read)
        .optional();
  }

  @Override
  public List<SavedCard> ofHuman(String humanId) {
    return jdbc.sql(
            SELECT
                + """
                WHERE human_id = ? AND status IN ('PENDING', 'ACTIVE') ORDER BY card_id DESC
                """)
        .param(humanId)
        .query(JdbcSavedCards::read)
        .list();
  }

  @Override
  public void save(SavedCard card) {
    CardSetup setup = card.setup();
    CardDetails details = card.details();
    jdbc.sql(
            """
            UPDATE saved_card SET
              status = :status, session_id = :session, setup_url = :url, customer_id = :customer,
              method_id = :method, brand = :brand, last_four = :lastFour,
              expiry_month = :month, expiry_year = :year, changed_at = :changed,
              version = :version
            WHERE card_id = :id
            """)
        .param("id", card.id().value())
        .param("status", card.status().name())
        .param("session", setup == null ? null : setup.sessionId())
        .param("url", setup == null ? null : setup.url())
        .param("customer", setup == null ? null : setup.customerId())
        .param("method", details == null ? null : details.methodId())
        .param("brand", details == null ? null : details.brand())
        .param("lastFour", details == null ? null : details.lastFour())
        .param("month", details == null ? null : number(details.expiryMonth()))
        .param("year", details == null ? null : number(details.expiryYear()))
        .param("changed", at(card.changedAt()))
        .param("version", card.version())
        .update();
  }

  @Override
  public List<SavedCard> claimUnsettled(Instant now, int atMost, Duration pause) {
    return jdbc.sql(
            """
            UPDATE saved_card SET next_check_at = :next
            WHERE card_id IN (
              SELECT card_id FROM saved_card
              WHERE next_check_at <= :now
                AND (status = 'PENDING' OR (status = 'REMOVED' AND method_id IS NOT NULL
                                            AND NOT detached))
              ORDER BY next_check_at LIMIT :atMost
              FOR UPDATE SKIP LOCKED)
            RETURNING *
            """)
        .param("now", at(now))
        .param("next", at(now.plus(pause)))
        .param("atMost", atMost)
        .query(JdbcSavedCards::read)
        .list();
  }

  @Override
  public void detached(CardId id) {
    jdbc.sql("UPDATE saved_card SET detached = true WHERE card_id = ?").param(id.value()).update();
  }

  private static SavedCard read(ResultSet row, int index) throws SQLException {
    return new SavedCard(
        new CardId(row.getString("card_id")),
        row.getString("human_id"),
        CardStatus.valueOf(row.getString("status")),
        row.getString("consent"),
        setup(row),
        details(row),
        JdbcInstants.read(row, "created_at"),
        JdbcInstants.read(row, "expires_at"),
        JdbcInstants.read(row, "changed_at"),
        row.getLong("version"));
  }

  private static @Nullable CardSetup setup(ResultSet row) throws SQLException {
    String session = row.getString("session_id");
    return session == null
        ? null
        : new CardSetup(session, row.getString("setup_url"), row.getString("customer_id"));
  }

  private static @Nullable CardDetails details(ResultSet row) throws SQLException {
    String method = row.getString("method_id");
    return method == null
        ? null
        : new CardDetails(
            method,
            row.getString("brand"),
            row.getString("last_four"),
            row.getInt("expiry_month"),
            row.getInt("expiry_year"));
  }

  private static @Nullable Integer number(int value) {
    return value;
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
