package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.proof.ProofDoor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

class ProofIT extends RunningLedger {

  @Test
  void theProofHoldsAndShowsItsFigures() {
    pay(agentWith("100"), agent(), "20");

    JsonNode proof = proof();

    assertThat(failed(proof)).isEmpty();
    assertThat(proof.path("ok").asBoolean()).isTrue();
    assertThat(proof.path("checks")).hasSize(8);
    assertThat(proof.at("/checks/0/figures/sum").asString()).isEqualTo("0");
  }

  @Test
  void aBalanceChangedBehindTheLedgersBackIsSeen() {
    AgentId agent = agentWith("100");

    change("UPDATE wallet SET purchased = purchased + 1 WHERE agent_id = ?", agent);
    JsonNode proof = proof();
    change("UPDATE wallet SET purchased = purchased - 1 WHERE agent_id = ?", agent);
    JsonNode notWalkedSince = json(getAsAnybody("/api/v1/ledger/proof"));

    assertThat(proof.path("ok").asBoolean()).isFalse();
    assertThat(failed(proof)).contains("credit-balances-sum-to-zero", "balances-equal-entries");
    assertThat(proof.at("/checks/2/figures/firstWrong").asString()).isEqualTo(agent.value());
    assertThat(failed(notWalkedSince)).isEqualTo(failed(proof));
    assertThat(failed(proof())).isEmpty();
  }

  @Test
  void moneyMovedBetweenWalletsBehindTheLedgersBackIsSeen() {
    AgentId robbed = agentWith("100");
    AgentId robber = agentWith("100");

    change("UPDATE wallet SET purchased = purchased - 5000000 WHERE agent_id = ?", robbed);
    change("UPDATE wallet SET purchased = purchased + 5000000 WHERE agent_id = ?", robber);
    JsonNode proof = proof();
    change("UPDATE wallet SET purchased = purchased + 5000000 WHERE agent_id = ?", robbed);
    change("UPDATE wallet SET purchased = purchased - 5000000 WHERE agent_id = ?", robber);

    assertThat(failed(proof)).containsExactly("balances-equal-entries");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lot SET units = units + %d WHERE account_id = wallet.id     | balances-equal-entries
          hold SET amount = amount + %1$d, purchased = hold.purchased + %1$d WHERE wallet_id = wallet.id | open-holds-equal-hold-accounts
          """)
  void aRowBesideTheWalletsChangedBehindTheLedgersBackIsSeen(String row, String check) {
    AgentId agent = agentWith("100");
    String body = "{\"to\":\"%s\",\"amount\":\"10\",\"expiresIn\":\"PT1H\"}".formatted(agent());
    assertThat(post(agent, "/api/v1/credits/holds", freshId("k"), body).statusCode())
        .isEqualTo(201);
    String update = "UPDATE " + row.replace("WHERE", "FROM wallet WHERE agent_id = ? AND").strip();

    change(update.formatted(1), agent);
    JsonNode proof = proof();
    change(update.formatted(-1), agent);

    assertThat(failed(proof)).contains(check);
    assertThat(failed(proof())).isEmpty();
  }

  @Test
  void theSumsThatBatchesKeepAreThoseOfTheRows() {
    List<AgentId> agents = List.of(agentWith("100"), agentWith("500"), agent(), agent());
    RandomPostings random = new RandomPostings(11, agents);
    for (int step = 0; step < 120; step++) {
      Posting posting = step < 10 ? random.buy() : random.next();
      random.saw(posting, post(posting));
    }

    assertThat(
            jdbc.sql(
                    """
                    SELECT (SELECT (sum(agents_promotional), sum(agents_purchased), sum(agents_earned), sum(debt), sum(held),
                        sum(frozen), sum(holds_promotional), sum(holds_purchased), sum(holds_earned), sum(open_holds),
                        sum(frozen_promotional), sum(frozen_purchased), sum(frozen_earned))::text FROM chain) AS kept,
                      (SELECT (w.promotional, w.purchased, w.earned, w.debt, w.held, w.frozen, h.promotional, h.purchased,
                        h.earned, h.held, d.promotional, d.purchased, d.earned)::text
                      FROM (SELECT sum(promotional) AS promotional, sum(purchased) AS purchased, sum(earned) AS earned,
                          sum(debt) AS debt, sum(held) AS held, sum(frozen) AS frozen FROM wallet) AS w,
                        (SELECT sum(promotional) AS promotional, sum(purchased) AS purchased, sum(earned) AS earned,
                          sum(amount - captured) AS held FROM hold WHERE status = 'HELD') AS h,
                        (SELECT coalesce(sum(promotional), 0) AS promotional, coalesce(sum(purchased), 0) AS purchased,
                          coalesce(sum(earned), 0) AS earned FROM dispute) AS d) AS summed
                    """)
                .query()
                .singleRow())
        .satisfies(row -> assertThat(row.get("kept")).isEqualTo(row.get("summed")));
  }

  /** However many rows there are: it reads none of them. */
  @Test
  void theProofIsMadeWithoutTheRowsOfAgents() {
    pay(agentWith("100"), agent(), "20");
    proof();

    JsonNode proof =
        transactions.execute(
            status -> {
              jdbc.sql("LOCK TABLE wallet, hold, dispute, lot IN ACCESS EXCLUSIVE MODE").update();
              return json(getAsAnybody("/api/v1/ledger/proof"));
            });

    assertThat(failed(proof)).isEmpty();
  }

  @Test
  void oneReplicaAtATimeWalksAndGoesOnWhereThePassIs() {
    agentWith("1");
    agentWith("1");
    ProofDoor door = new ProofDoor(beans);
    proof();

    long first = door.walkAccounts(1);
    long locked =
        transactions.execute(
            status -> {
              jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('ledger proof'))")
                  .query((row, index) -> index)
                  .single();
              return CompletableFuture.supplyAsync(() -> door.walkAccounts(1)).join();
            });
    long second = door.walkAccounts(1);

    assertThat(first).isOne();
    assertThat(locked).isOne();
    assertThat(second).isEqualTo(2);
  }

  @Test
  void aChangedEntryBreaksTheChain() {
    AgentId agent = agentWith("100");
    String sign =
        "UPDATE journal SET memo = %s WHERE payee_id = (SELECT id FROM wallet WHERE agent_id = ?)";
    jdbc.sql("ALTER TABLE journal DISABLE TRIGGER journal_append_only").update();
    jdbc.sql("GRANT UPDATE ON journal TO CURRENT_USER").update();

    change(sign.formatted("'a gift'"), agent);
    JsonNode proof = proof();
    change(sign.formatted("NULL"), agent);
    jdbc.sql("REVOKE UPDATE ON journal FROM CURRENT_USER").update();
    jdbc.sql("ALTER TABLE journal ENABLE TRIGGER journal_append_only").update();

    assertThat(failed(proof)).containsExactly("hash-chain-unbroken");
    assertThat(proof.at("/checks/7/figures/brokenOfThem").asString()).isEqualTo("1");
    assertThat(failed(proof())).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatTheCodeMightMiss() {
    AgentId agent = agentWith("100");

    assertRefused("UPDATE entry SET units = 1", "permission denied");
    assertRefused("DELETE FROM journal", "permission denied");
    assertRefused("TRUNCATE batch", "permission denied");
    assertRefused(
        "UPDATE wallet SET purchased = -1 WHERE agent_id = '%s'".formatted(agent),
        "units_from_zero");
    assertRefused(
        "UPDATE wallet SET debt = 1 WHERE agent_id = '%s'".formatted(agent), "wallet_debt_check");
    assertRefused(
        """
        INSERT INTO entry (holder_id, version, number, line, account_id, part, asset, units, balance_after)
        VALUES (-1, 1, 1, 0, -1, 'WHOLE', 'USD', 5, 5), (-2, 1, 1, 1, -2, 'WHOLE', 'USD', -4, -4)
        """,
        "does not balance");
    assertRefused(
        """
        INSERT INTO entry (holder_id, version, number, line, account_id, part, asset, units, balance_after)
        VALUES (-1, 1, 1, 0, -1, 'EARNED', 'CREDIT', -5, -5), (-2, 1, 1, 1, -2, 'WHOLE', 'CREDIT', 5, 5)
        """,
        "entry_check");
    assertRefused(
        "INSERT INTO journal SELECT number + 1, posting_id, kind, at FROM journal LIMIT 1",
        "amount");
    assertRefused(
        """
        INSERT INTO journal (number, posting_id, kind, at, amount)
        SELECT -number, posting_id, kind, at, amount FROM journal LIMIT 1
        """,
        "journal_posting_id_key");
  }

  @Test
  void historyCanNotBeChangedEvenWithTheRightTo() {
    agentWith("100");
    jdbc.sql("GRANT UPDATE, DELETE, TRUNCATE ON entry TO CURRENT_USER").update();

    assertRefused("UPDATE entry SET units = 1", "append-only");
    assertRefused("DELETE FROM entry", "append-only");
    assertRefused("TRUNCATE entry", "append-only");
    jdbc.sql("REVOKE UPDATE, DELETE, TRUNCATE ON entry FROM CURRENT_USER").update();
  }

  private void assertRefused(String sql, String reason) {
    assertThatThrownBy(() -> jdbc.sql(sql).update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining(reason);
  }

  private void change(String sql, AgentId agent) {
    assertThat(jdbc.sql(sql).param(agent.value()).update()).isOne();
  }

  private static List<String> failed(JsonNode proof) {
    List<String> failed = new ArrayList<>();
    for (JsonNode check : proof.path("checks")) {
      if (!check.path("ok").asBoolean()) {
        failed.add(check.path("name").asString());
      }
    }
    return failed;
  }
}
