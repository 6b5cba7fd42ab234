package dev.agora.ledger.proof;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares accounts with their entries and lots, a page at a time. */
@Repository
class JdbcAccountPage {

  /**
   * One statement, and therefore one snapshot: a posting's rows are all there, or none. Wallets,
   * holds and disputes are numbered in one series. An agent's row is what its latest statement line
   * ends with, and there is no entry beyond it. Earned credits that have seasoned have no lot, so
   * that their lots may sum to less.
   */
  private static final String COMPARE =
      """
      WITH next AS MATERIALIZED (
        SELECT id FROM (
          (SELECT id FROM wallet WHERE id > :after ORDER BY id LIMIT :page)
          UNION ALL (SELECT account_id FROM hold WHERE account_id > :after ORDER BY account_id LIMIT :page)
          UNION ALL (SELECT account_id FROM dispute WHERE account_id > :after ORDER BY account_id LIMIT :page)
        ) AS account
        ORDER BY id LIMIT :page),
      agents AS MATERIALIZED (
        SELECT agent.id, agent.agent_id, beyond.version IS NULL
            AND CASE agent.version WHEN 0 THEN true ELSE latest.promotional_after IS NOT NULL END AS stated,
          agent.promotional - coalesce(latest.promotional_after, 0) AS promotional,
          agent.purchased - coalesce(latest.purchased_after, 0) AS purchased,
          agent.earned - coalesce(latest.earned_after, 0) AS earned,
          agent.debt - coalesce(latest.debt_after, 0) AS debt,
          agent.held - coalesce(latest.held_after, 0) AS held,
          agent.frozen - coalesce(latest.frozen_after, 0) AS frozen,
          agent.held <> open.held AS wrong_held, agent.frozen <> open.frozen AS wrong_frozen
        FROM next JOIN wallet agent USING (id)
        LEFT JOIN entry latest ON latest.holder_id = agent.id AND latest.version = agent.version
        LEFT JOIN entry beyond ON beyond.holder_id = agent.id AND beyond.version = agent.version + 1
        CROSS JOIN LATERAL (SELECT
          (SELECT coalesce(sum(promotional + purchased + earned), 0) FROM hold
            WHERE wallet_id = agent.id AND status = 'HELD') AS held,
          (SELECT coalesce(sum(promotional + purchased + earned), 0) FROM dispute
            WHERE wallet_id = agent.id AND status = 'OPEN') AS frozen) AS open),
      compared AS MATERIALIZED (
        SELECT *, NOT stated OR (promotional, purchased, earned, debt, held, frozen) <> (0, 0, 0, 0, 0, 0) AS wrong
        FROM agents),
      places AS (
        SELECT id, promotional, purchased, earned FROM next JOIN wallet USING (id)
        UNION ALL SELECT account_id, promotional, purchased, earned FROM next JOIN hold ON account_id = next.id
        UNION ALL SELECT account_id, promotional, purchased, earned FROM next JOIN dispute ON account_id = next.id),
      lots AS (
        SELECT count(*) AS wrong
        FROM places CROSS JOIN LATERAL (
          SELECT coalesce(sum(units) FILTER (WHERE bucket = 'PROMOTIONAL'), 0) AS promotional,
            coalesce(sum(units) FILTER (WHERE bucket = 'PURCHASED'), 0) AS purchased,
            coalesce(sum(units) FILTER (WHERE bucket = 'EARNED'), 0) AS earned
          FROM lot WHERE account_id = places.id) AS sum
        WHERE places.promotional <> sum.promotional OR places.purchased <> sum.purchased OR places.earned < sum.earned),
      added AS (
        UPDATE proof_pass SET up_to = coalesce((SELECT max(id) FROM next), up_to),
          checked = proof_pass.checked + found.checked, wrong = proof_pass.wrong + found.wrong,
          first_wrong = coalesce(proof_pass.first_wrong, found.first_wrong),
          wrong_lots = proof_pass.wrong_lots + lots.wrong,
          wrong_held = proof_pass.wrong_held + found.wrong_held, wrong_frozen = proof_pass.wrong_frozen + found.wrong_frozen,
          promotional = proof_pass.promotional + found.promotional, purchased = proof_pass.purchased + found.purchased,
          earned = proof_pass.earned + found.earned, debt = proof_pass.debt + found.debt,
          held = proof_pass.held + found.held, frozen = proof_pass.frozen + found.frozen
        FROM lots, (
          SELECT count(*) AS checked, count(*) FILTER (WHERE wrong) AS wrong,
            (array_agg(agent_id ORDER BY id) FILTER (WHERE wrong))[1] AS first_wrong,
            count(*) FILTER (WHERE wrong_held) AS wrong_held, count(*) FILTER (WHERE wrong_frozen) AS wrong_frozen,
            coalesce(sum(promotional), 0) AS promotional, coalesce(sum(purchased), 0) AS purchased,
            coalesce(sum(earned), 0) AS earned, coalesce(sum(debt), 0) AS debt, coalesce(sum(held), 0) AS held,
            coalesce(sum(frozen), 0) AS frozen
          FROM compared) AS found
        WHERE walk = 'ACCOUNTS' AND NOT complete)
      SELECT count(*) FROM next
      """;

  private final JdbcClient jdbc;

  JdbcAccountPage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Compares the accounts after that one, and adds what it finds to the pass at hand.
   *
   * @return how many there were
   */
  int compare(long after, int page) {
    // Thousands of look-ups by key are no reason to compile the statement first.
    jdbc.sql("SELECT set_config('jit', 'off', true)").query((row, index) -> index).single();
    return jdbc.sql(COMPARE)
        .param("after", after)
        .param("page", page)
        .query(Integer.class)
        .single();
  }
}
