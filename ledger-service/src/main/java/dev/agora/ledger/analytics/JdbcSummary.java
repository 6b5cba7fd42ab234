package dev.agora.ledger.analytics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adds entries to the sums, and knows how far these are. */
@Repository
class JdbcSummary {

  /**
   * One statement, and therefore one snapshot. The next batches say whose entries are new. Whoever
   * has enough of them is summed up to the latest version in sight, or for a part if that is too
   * much for one page; then the batches are looked at again. OFFSET 0 makes the database look each
   * holder up by its key, however many it expects.
   */
  private static final String ADD =
      """
      WITH page AS MATERIALIZED (
        SELECT id, chain, position
        FROM (
          SELECT batch.id, batch.chain, batch.position,
            sum(transactions) OVER (ORDER BY batch.id) - transactions AS before
          FROM summarised_chain AS done
          CROSS JOIN LATERAL (
            SELECT * FROM batch WHERE batch.chain = done.chain AND batch.position > done.position
            ORDER BY batch.position LIMIT 200) AS batch) AS next
        WHERE before < :page),
      listed AS MATERIALIZED (
        SELECT added.*
        FROM page CROSS JOIN LATERAL (
          SELECT * FROM turnover WHERE number >= page.id * 4096 AND number < (page.id + 1) * 4096
          OFFSET 0) AS added),
      behind AS MATERIALIZED (
        SELECT holder_id, ofAgent, coalesce(done.version, 0) AS done, latest,
          least(latest, coalesce(done.version, 0) + :page) AS upto
        FROM (
          SELECT id AS holder_id, true AS ofAgent, version AS latest FROM wallet
          WHERE id IN (SELECT payer_id FROM listed UNION SELECT payee_id FROM listed)
          UNION ALL SELECT id, false, version FROM platform_account) AS holder
        LEFT JOIN summarised_holder done USING (holder_id)
        WHERE latest - coalesce(done.version, 0) >= CASE WHEN ofAgent THEN :tail ELSE 1 END),
      due AS MATERIALIZED (
        SELECT behind.*, sum(upto - done) OVER (ORDER BY ofAgent, holder_id) - (upto - done) AS before
        FROM behind),
      taken AS MATERIALIZED (SELECT * FROM due WHERE before < :page),
      complete AS MATERIALIZED (
        SELECT NOT EXISTS (SELECT FROM due WHERE before >= :page OR upto < latest) AS yes),
      agents AS (
        INSERT INTO agent_day (wallet_id, day, kind, flow, counterparty_id, units, fees, transactions)
        SELECT wallet_id, day, kind, flow, counterparty_id, sum(units), sum(fees), sum(transactions)
        FROM taken CROSS JOIN LATERAL (
          SELECT * FROM movement WHERE wallet_id = taken.holder_id AND version > done AND version <= upto
          OFFSET 0) AS added
        WHERE ofAgent
        GROUP BY wallet_id, day, kind, flow, counterparty_id
        ON CONFLICT (wallet_id, day, kind, flow, counterparty_id) DO UPDATE SET
          units = agent_day.units + excluded.units, fees = agent_day.fees + excluded.fees,
          transactions = agent_day.transactions + excluded.transactions),
      platform AS (
        INSERT INTO platform_day (day, stream, account, asset, units, transactions)
        SELECT day, stream, account, asset, sum(units), sum(transactions)
        FROM taken CROSS JOIN LATERAL (
          SELECT * FROM platform_movement m
          WHERE m.holder_id = taken.holder_id AND m.version > done AND m.version <= upto
          OFFSET 0) AS added
        WHERE NOT ofAgent
        GROUP BY day, stream, account, asset
        UNION ALL
        SELECT day, stream, 'turnover', 'CREDIT', sum(units), sum(transactions)
        FROM listed WHERE (SELECT yes FROM complete)
        GROUP BY day, stream
        ON CONFLICT (day, stream, account, asset) DO UPDATE SET
          units = platform_day.units + excluded.units,
          transactions = platform_day.transactions + excluded.transactions),
      holders AS (
        INSERT INTO summarised_holder (holder_id, version) SELECT holder_id, upto FROM taken
        ON CONFLICT (holder_id) DO UPDATE SET version = excluded.version),
      chains AS (
        UPDATE summarised_chain SET position = latest.position
        FROM (SELECT chain, max(position) AS position FROM page GROUP BY chain) AS latest
        WHERE summarised_chain.chain = latest.chain AND (SELECT yes FROM complete))
      SELECT EXISTS (SELECT FROM page)
      """;

  private final JdbcPlans plans;
  private final JdbcClient jdbc;

  JdbcSummary(JdbcPlans plans, JdbcClient jdbc) {
    this.plans = plans;
    this.jdbc = jdbc;
  }

  /**
   * Adds a page, unless another replica is at it.
   *
   * @return whether there may be more
   */
  @Transactional
  public boolean addPage(int page, int tail) {
    boolean mine =
        jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('ledger analytics'))")
            .query(Boolean.class)
            .single();
    plans.lookUp();
    // A statement of its own: its snapshot must not be older than the lock.
    return mine
        && jdbc.sql(ADD).param("page", page).param("tail", tail).query(Boolean.class).single();
  }

  /** When the oldest transaction happened that is not in the sums. */
  Optional<Instant> oldestMissing() {
    return jdbc.sql(
            """
            SELECT min(first.at) AS at
            FROM summarised_chain AS done
            CROSS JOIN LATERAL (
              SELECT at FROM batch JOIN journal ON number = batch.id * 4096
              WHERE batch.chain = done.chain AND position = done.position + 1) AS first
            """)
        .query((row, index) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }
}
