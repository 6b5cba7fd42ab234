package dev.agora.payout.destination;

import dev.agora.jdbc.JdbcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPayoutAccounts implements PayoutAccounts {

  private static final String SELECT =
      "SELECT human_id, stripe_account_id, status, was_active, rests_until FROM payout_account ";

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
    return jdbc.sql(
            SELECT
                + """
                WHERE stripe_account_id = :account
                UNION ALL
                SELECT human_id, stripe_account_id, status, was_active, NULL
                FROM earlier_payout_account WHERE stripe_account_id = :account
                """)
        .param("account", stripeAccountId)
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
  public int earlier(String humanId) {
    return jdbc.sql("SELECT count(*) FROM earlier_payout_account WHERE human_id = ?")
        .param(humanId)
        .query(Integer.class)
        .single();
  }

  @Override
  public boolean replace(PayoutAccount old, String stripeAccountId, Instant restsUntil) {
    OffsetDateTime now = now();
    // The row is locked here, so that of two replacements one finds that the old one counts.
    int kept =
        jdbc.sql(
                """
                WITH old AS (
                  SELECT * FROM payout_account
                  WHERE human_id = ? AND stripe_account_id = ? FOR UPDATE)
                INSERT INTO earlier_payout_account
                  (stripe_account_id, human_id, status, was_active, created_at, changed_at,
                   replaced_at)
                SELECT stripe_account_id, human_id, status, was_active, created_at, changed_at, ?
                FROM old
                """)
            .params(old.humanId(), old.stripeAccountId(), now)
            .update();
    if (kept == 0) {
      return false;
    }
    jdbc.sql(
            """
            UPDATE payout_account
            SET stripe_account_id = ?, status = 'ONBOARDING', was_active = false, rests_until = ?,
                created_at = ?, changed_at = ?
            WHERE human_id = ?
            """)
        .params(stripeAccountId, at(restsUntil), now, now, old.humanId())
        .update();
    return true;
  }

  @Override
  public void rest(String stripeAccountId, Instant until) {
    jdbc.sql("UPDATE payout_account SET rests_until = ? WHERE stripe_account_id = ?")
        .params(at(until), stripeAccountId)
        .update();
  }

  @Override
  public void save(PayoutAccount account) {
    for (String table : List.of("payout_account", "earlier_payout_account")) {
      // Having been active is never forgotten, whoever writes last.
      jdbc.sql(
              "UPDATE "
                  + table
                  + """
                   SET status = ?, was_active = was_active OR ?, changed_at = ?
                  WHERE stripe_account_id = ? AND status <> ?
                  """)
          .params(
              account.status().name(),
              account.wasActive(),
              now(),
              account.stripeAccountId(),
              account.status().name())
          .update();
    }
  }

  private OffsetDateTime now() {
    return at(clock.instant());
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static PayoutAccount read(ResultSet row, int index) throws SQLException {
    return new PayoutAccount(
        row.getString("human_id"),
        row.getString("stripe_account_id"),
        PayoutAccountStatus.valueOf(row.getString("status")),
        row.getBoolean("was_active"),
        JdbcInstants.readOrNull(row, "rests_until"));
  }
}
