package dev.agora.payout.destination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPayoutAccounts implements PayoutAccounts {

  private static final String SELECT =
      "SELECT human_id, stripe_account_id, status, was_active FROM payout_account ";

  private final JdbcClient jdbc;
  private final InstantSource clock;

  JdbcPayoutAccounts(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Optional<PayoutAccount> ofHuman(String humanId) {
    return jdbc.sql(SELECT + "WHERE human_id = ?")
        .param(humanId)
        .query(JdbcPayoutAccounts::read)
        .optional();
  }

  @Override
  public Optional<PayoutAccount> ofStripe(String stripeAccountId) {
    return jdbc.sql(SELECT + "WHERE stripe_account_id = ?")
        .param(stripeAccountId)
        .query(JdbcPayoutAccounts::read)
        .optional();
  }

  @Override
  public PayoutAccount keepFirst(String humanId, String stripeAccountId) {
    OffsetDateTime now = now();
    jdbc.sql(
            """
            INSERT INTO payout_account
              (human_id, stripe_account_id, status, was_active, created_at, changed_at)
            VALUES (?, ?, 'ONBOARDING', false, ?, ?)
            ON CONFLICT (human_id) DO NOTHING
            """)
        .params(humanId, stripeAccountId, now, now)
        .update();
    return ofHuman(humanId).orElseThrow();
  }

  @Override
  public void save(PayoutAccount account) {
    // Having been active is never forgotten, whoever writes last.
    jdbc.sql(
            """
            UPDATE payout_account
            SET status = ?, was_active = was_active OR ?, changed_at = ?
            WHERE human_id = ? AND status <> ?
            """)
        .params(
            account.status().name(),
            account.wasActive(),
            now(),
            account.humanId(),
            account.status().name())
        .update();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static PayoutAccount read(ResultSet row, int index) throws SQLException {
    return new PayoutAccount(
        row.getString("human_id"),
        row.getString("stripe_account_id"),
        PayoutAccountStatus.valueOf(row.getString("status")),
        row.getBoolean("was_active"));
  }
}
