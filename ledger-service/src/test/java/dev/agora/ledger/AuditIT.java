package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.audit.AuditProgram;
import dev.agora.ledger.audit.AuditedDatabase;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that somebody with every right changes behind the ledger's back; the audit names them. */
class AuditIT extends AuditedLedger {

  private AgentId payer = freshAgentId();
  private AgentId payee = freshAgentId();

  /** A purchase, a batch of three payments, and a hold. */
  @BeforeEach
  void trade() {
    payer = agentWith("100");
    payee = agent();
    String one = body(payee, "20");
    String body = "{\"transfers\":[%s,%s,%s]}".formatted(one, one, one);
    assertThat(payMany(payer, UUID.randomUUID().toString(), body).statusCode()).isEqualTo(200);
    hold(payer, payee, "10");
  }

  @Test
  void aSoundLedgerPasses() {
    Audited audited = audit();

    assertThat(audited.report()).contains("The ledger is sound", "ok   solvency");
    assertThat(audited.code()).isEqualTo(AuditProgram.SOUND);
  }

  @Test
  void changedUnitsAreNamed() {
    String entry = "entry SET units = units %s 1 WHERE " + thirdEntry();
    assertBroken(
        audited("UPDATE " + entry.formatted("+"), "UPDATE " + entry.formatted("-")),
        "entry",
        payer + " (holder " + idOf(payer) + "), version 3: line 0 of transaction " + second(),
        "units -20.000000 CREDIT",
        "units -19.999999 CREDIT");
  }

  @Test
  void aChangedBalanceAfterAnEntryIsNamed() {
    String entry = "entry SET balance_after = balance_after %s 1 WHERE " + thirdEntry();
    assertBroken(
        audited("UPDATE " + entry.formatted("+"), "UPDATE " + entry.formatted("-")),
        "entry",
        payer + " (holder " + idOf(payer) + "), version 3: line 0 of transaction " + second(),
        "balance_after 60.000000 CREDIT",
        "balance_after 60.000001 CREDIT");
  }

  @Test
  void aChangedStatementIsNamed() {
    String entry = "entry SET held_after = held_after %s 1 WHERE " + thirdEntry();
    assertBroken(
        audited("UPDATE " + entry.formatted("+"), "UPDATE " + entry.formatted("-")),
        "entry",
        payer + " (holder " + idOf(payer) + "), version 3: line 0 of transaction " + second(),
        "heldAfter=0",
        "heldAfter=1");
  }

  @Test
  void aChangedMemoIsNamed() {
    String memo = "UPDATE journal SET memo = %s WHERE number = " + second();
    assertBroken(
        audited(memo.formatted("'a gift'"), memo.formatted("NULL")),
        "journal",
        "transaction " + second(),
        "the row that was there when batch",
        "\"memo\":\"a gift\"");
  }

  @Test
  void aChangedAmountIsNamed() {
    String amount = "UPDATE journal SET amount = %s WHERE number = " + second();
    assertBroken(
        audited(amount.formatted("19000000"), amount.formatted("20000000")),
        "journal",
        "transaction " + second(),
        "the row that was there when batch",
        "\"amount\":19000000");
  }

  @Test
  void aPaymentThatLeadsToAnotherStatementIsNamed() {
    String version =
        "UPDATE journal SET payer_version = payer_version %s 1 WHERE number = " + second();
    assertBroken(
        audited(version.formatted("-"), version.formatted("+")),
        "journal",
        "transaction " + second(),
        "payer_version 3",
        "payer_version 2");
  }

  @Test
  void aChangedHashIsNamed() {
    long batch = second() / 4096;
    String before = text("SELECT encode(hash, 'hex') FROM batch WHERE id = " + batch);
    String hash = "UPDATE batch SET hash = decode('%s', 'hex') WHERE id = " + batch;
    String other = "ab".repeat(32);
    assertBroken(
        audited(hash.formatted(other), hash.formatted(before)),
        "batch",
        "batch " + batch + " of chain",
        "hash " + before,
        "hash " + other);
  }

  @Test
  void aDeletedEntryIsNamed() {
    assertBroken(
        audited(
            "CREATE TABLE taken AS SELECT * FROM entry WHERE %1$s; DELETE FROM entry WHERE %1$s"
                .formatted(thirdEntry()),
            "INSERT INTO entry SELECT * FROM taken; DROP TABLE taken"),
        "entry",
        "line 0 of transaction " + second(),
        "a row of -20.000000 CREDIT",
        "none");
  }

  @Test
  void aDeletedTransactionIsNamed() {
    String row = "FROM journal WHERE number = " + second();
    assertBroken(
        audited(
            "CREATE TABLE taken AS SELECT * %1$s; DELETE %1$s".formatted(row),
            "INSERT INTO journal SELECT * FROM taken; DROP TABLE taken"),
        "journal",
        "transaction " + second(),
        "a row",
        "none");
  }

  @Test
  void aChangedBalanceIsNamed() {
    String wallet = "UPDATE wallet SET purchased = purchased %s 1 WHERE agent_id = '" + payer + "'";
    assertBroken(
        audited(wallet.formatted("+"), wallet.formatted("-")),
        "wallet",
        payer.value(),
        "purchased 30.000000 CREDIT",
        "purchased 30.000001 CREDIT");
  }

  @Test
  void aChangedLotIsNamed() {
    String lot = "UPDATE lot SET units = units %s 1 WHERE account_id = " + idOf(payer);
    assertBroken(
        audited(lot.formatted("+"), lot.formatted("-")),
        "lot",
        "account " + idOf(payer) + ", PURCHASED, lot ",
        "units 30.000000 CREDIT",
        "units 30.000001 CREDIT");
  }

  @Test
  void aChangedHoldIsNamed() {
    String hold =
        "UPDATE hold SET purchased = purchased - 1 * %1$s, earned = earned + 1 * %1$s WHERE wallet_id = "
            + idOf(payer);
    assertBroken(
        audited(hold.formatted("1"), hold.formatted("-1")),
        "hold",
        text("SELECT id FROM hold WHERE wallet_id = " + idOf(payer)),
        "purchased 10.000000 CREDIT",
        "purchased 9.999999 CREDIT");
  }

  @Test
  void aChangedCaptureIsNamed() {
    String hold =
        "UPDATE hold SET amount = amount + 1 * %1$s, captured = captured + 1 * %1$s WHERE wallet_id = "
            + idOf(payer);
    assertBroken(
        audited(hold.formatted("1"), hold.formatted("-1")),
        "hold",
        text("SELECT id FROM hold WHERE wallet_id = " + idOf(payer)),
        "amount 10.000000 CREDIT",
        "amount 10.000001 CREDIT");
  }

  @Test
  void aChangedPlatformBalanceIsNamed() {
    String id =
        text(
            "SELECT holder_id FROM entry WHERE part = 'WHOLE' AND asset = 'CREDIT' AND number = "
                + second());
    String account = "UPDATE platform_account SET balance = balance %s 1 WHERE id = " + id;
    assertBroken(
        audited(account.formatted("+"), account.formatted("-")),
        "platform_account",
        "platform/fees/transfer in CREDIT of chain ",
        "balance ",
        "balance ");
  }

  @Test
  void aChangedSumOfAChainIsNamed() {
    String chain = "UPDATE chain SET agents_earned = agents_earned %s 1 WHERE number = 1";
    String earned = text("SELECT sum(earned)::numeric / 1000000 FROM wallet");
    assertBroken(
        audited(chain.formatted("+"), chain.formatted("-")),
        "chain",
        "the sum of all chains",
        "agents_earned " + earned.substring(0, earned.indexOf('.') + 7) + " CREDIT",
        "agents_earned ");
  }

  @Test
  void whatCanNotBeAuditedIsSaidInOneSentence(@TempDir Path folder) {
    AuditedDatabase nowhere =
        new AuditedDatabase("jdbc:postgresql://127.0.0.1:1/ledger", "ledger", "secret");

    Audited unreachable = audit(nowhere);
    assertThat(unreachable.code()).isEqualTo(AuditProgram.IMPOSSIBLE);
    assertThat(unreachable.report())
        .contains("The ledger's database jdbc:postgresql://127.0.0.1:1/ledger does not answer")
        .doesNotContain("secret");
    assertThat(audit("--colour").report()).contains("There is no option --colour.");
    Audited noFolder = audit("--export", folder.resolve("no/x.journal").toString());
    assertThat(noFolder.code()).isEqualTo(AuditProgram.IMPOSSIBLE);
    assertThat(noFolder.report()).contains("can not be written: there is no such folder");
  }

  private static void assertBroken(
      Audited audited, String table, String row, String expected, String found) {
    assertThat(audited.report())
        .contains("THE LEDGER IS BROKEN", "  table     " + table, "  row       " + row);
    assertThat(line(audited, "  expected  ")).contains(expected);
    assertThat(line(audited, "  found     ")).contains(found);
    assertThat(audited.code()).isEqualTo(AuditProgram.BROKEN);
  }

  private static String line(Audited audited, String start) {
    return audited.report().lines().filter(line -> line.startsWith(start)).findFirst().orElse("");
  }

  /** Of the payer: the purchase is its first, the three payments its second to fourth. */
  private String thirdEntry() {
    return "holder_id = " + idOf(payer) + " AND version = 3";
  }

  /** The number of the second of the three payments. */
  private long second() {
    return Long.parseLong(text("SELECT number FROM entry WHERE " + thirdEntry()));
  }
}
