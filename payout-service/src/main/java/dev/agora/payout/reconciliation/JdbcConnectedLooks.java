package dev.agora.payout.reconciliation;

import dev.agora.money.Usd;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which connected accounts were looked at when, and what is expected of them. */
@Repository
class JdbcConnectedLooks {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  JdbcConnectedLooks(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What we believe of an account.
   *
   * @param sent to it, less what came back
   * @param settled whether nothing is under way to it
   * @param lastDifference of the look before; zero if there was none
   */
  record Account(String stripeAccountId, Usd sent, boolean settled, Usd lastDifference) {}

  /** Those that were not looked at for longest. */
  List<Account> next(int atMost) {
    return jdbc.sql(
            """
            WITH due AS (
              SELECT stripe_account_id, coalesce(difference_cents, 0) AS difference
              FROM (
                SELECT stripe_account_id FROM payout_account
                UNION ALL SELECT stripe_account_id FROM earlier_payout_account) AS ours
              LEFT JOIN connected_look USING (stripe_account_id)
              ORDER BY looked_at NULLS FIRST, stripe_account_id LIMIT :limit)
            SELECT stripe_account_id, difference,
              coalesce(sum(amount_cents - reversed_cents) FILTER (WHERE state = 'DONE'), 0)::bigint AS sent,
              coalesce(bool_and(state IN ('DONE', 'REFUSED')), true) AS settled
            FROM due
            LEFT JOIN transfer_intent ON transfer_intent.destination = stripe_account_id
            LEFT JOIN conversion USING (conversion_id)
            GROUP BY stripe_account_id, difference
            """)
        .param("limit", atMost)
        .query(
            (row, index) ->
                new Account(
                    row.getString("stripe_account_id"),
                    Usd.ofCents(row.getLong("sent")),
                    row.getBoolean("settled"),
                    Usd.ofCents(row.getLong("difference"))))
        .list();
  }

  void looked(Account account, Usd difference) {
    jdbc.sql(
            """
            INSERT INTO connected_look (stripe_account_id, looked_at, difference_cents)
            VALUES (:account, :now, :difference)
            ON CONFLICT (stripe_account_id) DO UPDATE
              SET looked_at = excluded.looked_at, difference_cents = excluded.difference_cents
            """)
        .param("account", account.stripeAccountId())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("difference", difference.cents())
        .update();
  }
}
