package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.ledger.account.AgentId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

class ProofIT extends RunningLedger {

  @Test
  void theProofHoldsAndShowsItsFigures() {
    pay(agentWith("100"), agent(), "20");

    JsonNode proof = json(getAsAnybody("/api/v1/ledger/proof"));

    assertThat(failed(proof)).isEmpty();
    assertThat(proof.path("ok").asBoolean()).isTrue();
    assertThat(proof.path("checks")).hasSize(8);
    assertThat(proof.at("/checks/0/figures/sum").asString()).isEqualTo("0");
  }

  @Test
  void aBalanceChangedBehindTheLedgersBackIsSeen() {
    AgentId agent = agentWith("100");

    change("UPDATE wallet SET purchased = purchased + 1 WHERE agent_id = ?", agent);
    JsonNode proof = json(getAsAnybody("/api/v1/ledger/proof"));
    change("UPDATE wallet SET purchased = purchased - 1 WHERE agent_id = ?", agent);

    assertThat(proof.path("ok").asBoolean()).isFalse();
    assertThat(failed(proof)).contains("credit-balances-sum-to-zero", "balances-equal-entries");
    assertThat(proof.at("/checks/2/figures/firstWrong").asString()).isEqualTo(agent.value());
  }

  @Test
  void moneyMovedBetweenWalletsBehindTheLedgersBackIsSeen() {
    AgentId robbed = agentWith("100");
    AgentId robber = agentWith("100");

    change("UPDATE wallet SET purchased = purchased - 5000000 WHERE agent_id = ?", robbed);
    change("UPDATE wallet SET purchased = purchased + 5000000 WHERE agent_id = ?", robber);
    JsonNode proof = json(getAsAnybody("/api/v1/ledger/proof"));
    change("UPDATE wallet SET purchased = purchased + 5000000 WHERE agent_id = ?", robbed);
    change("UPDATE wallet SET purchased = purchased - 5000000 WHERE agent_id = ?", robber);

    assertThat(failed(proof)).containsExactly("balances-equal-entries");
  }

  @Test
  void aChangedEntryBreaksTheChain() {
    AgentId agent = agentWith("100");
    String sign =
        "UPDATE journal SET memo = %s WHERE payee_id = (SELECT id FROM wallet WHERE agent_id = ?)";
    jdbc.sql("ALTER TABLE journal DISABLE TRIGGER journal_append_only").update();
    jdbc.sql("GRANT UPDATE ON journal TO CURRENT_USER").update();

    change(sign.formatted("'a gift'"), agent);
    JsonNode proof = json(getAsAnybody("/api/v1/ledger/proof"));
    change(sign.formatted("NULL"), agent);
    jdbc.sql("REVOKE UPDATE ON journal FROM CURRENT_USER").update();
    jdbc.sql("ALTER TABLE journal ENABLE TRIGGER journal_append_only").update();

    assertThat(failed(proof)).containsExactly("hash-chain-unbroken");
    assertThat(failed(json(getAsAnybody("/api/v1/ledger/proof")))).isEmpty();
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
