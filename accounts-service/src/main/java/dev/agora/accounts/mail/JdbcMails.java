package dev.agora.accounts.mail;

import dev.agora.accounts.alert.AlertMails;
import dev.agora.accounts.human.HumanMails;
import dev.agora.jdbc.JdbcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The mails that are to be sent. */
@Repository
class JdbcMails implements HumanMails, AlertMails {

  private final JdbcClient jdbc;
  private final Supplier<UUID> newIds;
  private final Clock clock;

  JdbcMails(JdbcClient jdbc, Supplier<UUID> newIds, Clock clock) {
    this.jdbc = jdbc;
    this.newIds = newIds;
    this.clock = clock;
  }

  /**
   * A mail whose time has come.
   *
   * @param about the alert that it tells of; null for other kinds
   * @param attempts made, this one included
   */
  record Due(
      UUID id,
      MailKind kind,
      String emailKey,
      @Nullable String about,
      int attempts,
      Instant createdAt) {}

  @Override
  public void confirmAddress(String emailKey) {
    add(MailKind.CONFIRM_ADDRESS, emailKey);
  }

  @Override
  public void resetPassword(String emailKey) {
    add(MailKind.RESET_PASSWORD, emailKey);
  }

  @Override
  public void signUpTried(String emailKey) {
    add(MailKind.SIGN_UP_TRIED, emailKey);
  }

  @Override
  public void passwordChanged(String emailKey) {
    add(MailKind.PASSWORD_CHANGED, emailKey);
  }

  @Override
  public void passkeyAdded(String emailKey) {
    add(MailKind.PASSKEY_ADDED, emailKey);
  }

  @Override
  public void passkeyRemoved(String emailKey) {
    add(MailKind.PASSKEY_REMOVED, emailKey);
  }

  @Override
  public void secondFactorChanged(String emailKey) {
    add(MailKind.SECOND_FACTOR_CHANGED, emailKey);
  }

  @Override
  public void recoveryCodesMade(String emailKey) {
    add(MailKind.RECOVERY_CODES_MADE, emailKey);
  }

  @Override
  public void recoveryCodeUsed(String emailKey) {
    add(MailKind.RECOVERY_CODE_USED, emailKey);
  }

  @Override
  public void payoutDestinationChanged(String emailKey) {
    add(MailKind.PAYOUT_DESTINATION_CHANGED, emailKey);
  }

  @Override
  public void alert(String emailKey, String alertId) {
    add(MailKind.ALERT, emailKey, alertId);
  }

  private void add(MailKind kind, String emailKey) {
    add(kind, emailKey, null);
  }

  private void add(MailKind kind, String emailKey, @Nullable String about) {
    jdbc.sql(
            """
            INSERT INTO mail (id, kind, email_key, about, due_at, created_at)
            VALUES (:id, :kind, :emailKey, :about, :now, :now)
            """)
        .param("about", about)
        .param("id", newIds.get())
        .param("kind", kind.name())
        .param("emailKey", emailKey)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Takes the one that is due longest, for this replica alone.
   *
   * @param lease after which it is due again if nothing else is said of it
   */
  @Transactional
  Optional<Due> take(Duration lease) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            UPDATE mail SET due_at = :next, attempts = attempts + 1
            WHERE id = (
              SELECT id FROM mail WHERE due_at <= :now ORDER BY due_at LIMIT 1
              FOR UPDATE SKIP LOCKED)
            RETURNING *
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("next", now.plus(lease).atOffset(ZoneOffset.UTC))
        .query(JdbcMails::read)
        .optional();
  }

  /** Tries again later. */
  void postpone(UUID id, Duration pause) {
    jdbc.sql("UPDATE mail SET due_at = :next WHERE id = :id")
        .param("id", id)
        .param("next", clock.instant().plus(pause).atOffset(ZoneOffset.UTC))
        .update();
  }

  /** It is sent, or will never be. */
  void delete(UUID id) {
    jdbc.sql("DELETE FROM mail WHERE id = :id").param("id", id).update();
  }

  private static Due read(ResultSet row, int number) throws SQLException {
    return new Due(
        row.getObject("id", UUID.class),
        MailKind.valueOf(row.getString("kind")),
        row.getString("email_key"),
        row.getString("about"),
        row.getInt("attempts"),
        JdbcInstants.read(row, "created_at"));
  }
}
