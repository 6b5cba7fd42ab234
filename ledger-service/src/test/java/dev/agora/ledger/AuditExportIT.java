package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.audit.AuditProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** hledger, which knows nothing of the ledger's code, comes to the same balances. */
class AuditExportIT extends AuditedLedger {

  /** Whatever a memo says, it stays a memo. */
  private static final String MEMO = "date:2020-99-99, [2020/99/99] ; (x) account = 5 USD";

  /** In micro-credits and cents, with the decimals of the asset. */
  private static final String BALANCES =
      """
      SELECT 'agent:' || agent_id || ':' || part, units FROM wallet, LATERAL (VALUES
        ('promotional', promotional), ('purchased', purchased), ('earned', earned), ('debt', debt)) AS bucket (part, units)
      UNION ALL
      SELECT 'hold:' || id || ':' || part, units FROM hold, LATERAL (VALUES
        ('promotional', promotional), ('purchased', purchased), ('earned', earned)) AS bucket (part, units)
      UNION ALL
      SELECT 'frozen:' || id || ':' || part, units FROM dispute, LATERAL (VALUES
        ('promotional', promotional), ('purchased', purchased), ('earned', earned)) AS bucket (part, units)
      UNION ALL
      SELECT replace(path, '/', ':') || CASE asset WHEN 'USD' THEN ' in dollars' ELSE '' END, sum(balance)::bigint
      FROM platform_account GROUP BY path, asset
      """;

  @TempDir private static Path folder;

  private record Ran(int code, String output) {}

  @BeforeAll
  static void hledgerIsThere() {
    boolean there =
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "hledger")));
    assumeTrue(
        there,
        "hledger is not installed, so that nobody compares the export: apt-get install hledger");
  }

  @Test
  void hledgersOwnCheckAgreesWithOurBalances() throws Exception {
    AgentId payer = agentWith("100");
    AgentId payee = agent();
    String body = "{\"to\":\"%s\",\"amount\":\"20.000001\",\"memo\":\"%s\"}".formatted(payee, MEMO);
    assertThat(pay(payer, UUID.randomUUID().toString(), body).statusCode()).isEqualTo(201);
    hold(payer, payee, "10");
    Path journal = folder.resolve("agora.journal");

    Audited audited = audit("--export", journal.toString());
    Ran checked = hledger("check", "--strict", "-f", journal.toString());

    assertThat(audited.code()).as(audited.report()).isEqualTo(AuditProgram.SOUND);
    assertThat(audited.report()).contains("Exported to " + journal);
    assertThat(checked.output()).isEmpty();
    assertThat(checked.code()).isZero();
    assertThat(balances(journal)).isEqualTo(ours()).hasSizeGreaterThan(6);
    assertThat(Files.readString(journal)).contains("    ; memo:" + MEMO);
    assertThatChangedBalancesAreRefused(journal, payer);
  }

  @Test
  void nothingIsExportedOfABrokenLedger() {
    AgentId agent = agentWith("100");
    String wallet = "UPDATE wallet SET purchased = purchased %s 1 WHERE agent_id = '" + agent + "'";
    Path journal = folder.resolve("broken.journal");

    Audited audited =
        audited(wallet.formatted("+"), wallet.formatted("-"), "--export", journal.toString());

    assertThat(audited.report()).contains("Nothing is exported of a ledger that is broken.");
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("broken"));
  }

  private static void assertThatChangedBalancesAreRefused(Path journal, AgentId payer)
      throws IOException {
    String account = "agent:" + payer + ":purchased  0.000000 CREDIT = ";
    String text = Files.readString(journal);
    assertThat(text).contains(account + "69.999999 CREDIT");
    Path changed = folder.resolve("changed.journal");
    Files.writeString(changed, text.replace(account + "69.999999", account + "70.999999"));

    Ran refused = hledger("check", "--strict", "-f", changed.toString());

    assertThat(refused.code()).isNotZero();
    assertThat(refused.output()).contains("agent:" + payer + ":purchased");
  }

  /** What hledger comes to, without the balances that are zero. */
  private static Map<String, String> balances(Path journal) {
    Map<String, String> balances = new TreeMap<>();
    for (String asset : List.of("CREDIT", "USD")) {
      Ran ran =
          hledger("bal", "--flat", "-N", "-O", "csv", "cur:" + asset, "-f", journal.toString());
      assertThat(ran.code()).as(ran.output()).isZero();
      ran.output()
          .lines()
          .skip(1)
          .map(line -> line.replace("\"", "").split(",", -1))
          .forEach(
              line ->
                  balances.put(
                      line[0] + (asset.equals("USD") ? " in dollars" : ""),
                      line[1].replace(" " + asset, "").replace(".", "")));
    }
    return balances;
  }

  private Map<String, String> ours() {
    Map<String, Long> all = new HashMap<>();
    jdbc.sql(BALANCES)
        .query((row, index) -> Map.entry(row.getString(1), row.getLong(2)))
        .list()
        .forEach(balance -> all.put(balance.getKey(), balance.getValue()));
    return all.entrySet().stream()
        .filter(balance -> balance.getValue() != 0)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                balance -> digits(balance.getValue(), balance.getKey().endsWith(" in dollars")),
                (one, other) -> one,
                TreeMap::new));
  }

  /** The digits of the exact decimal, as hledger shows them without the point. */
  private static String digits(long units, boolean dollars) {
    String digits = ("%0" + (dollars ? 3 : 7) + "d").formatted(Math.abs(units));
    return (units < 0 ? "-" : "") + digits;
  }

  private static Ran hledger(String... arguments) {
    List<String> command = Stream.concat(Stream.of("hledger"), Stream.of(arguments)).toList();
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ran(process.waitFor(), output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
