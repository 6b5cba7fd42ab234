package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The platform's figures of all that ever happened here, straight from accounts and entries. */
final class ExpectedFigures {

  /** Less what came back. */
  private static final String CONVERTED =
      "(kind = 'CONVERSION' OR details ->> 'reversedKind' = 'CONVERSION')";

  private final JdbcClient jdbc;

  ExpectedFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void compare(JsonNode figures) {
    compareRevenue(figures);
    compareVolumes(figures);
    assertThat(figures.at("/solvency/ok").asBoolean()).isTrue();
  }

  private void compareRevenue(JsonNode figures) {
    for (JsonNode fee : figures.path("revenue")) {
      if (fee.has("credits")) {
        assertThat(micros(fee.path("credits")) - micros(fee.path("takenByHand")))
            .as("%s", fee)
            .isEqualTo(micros(fee.path("balance")))
            .isEqualTo(balance("platform/fees/" + lower(fee.path("fee").asString())));
      } else {
        assertThat(cents(fee.path("usd")))
            .as("%s", fee)
            .isEqualTo(-balance("platform/revenue/" + lower(fee.path("fee").asString()) + "-fee"));
      }
    }
    assertThat(micros(figures.at("/credits/outstanding")))
        .isEqualTo(-balance("platform/issuance") - balance("platform/redemption"));
  }

  private void compareVolumes(JsonNode figures) {
    assertThat(cents(figures.at("/purchases/usd")))
        .isEqualTo(
            -entries(
                "kind = 'PURCHASE' AND path IN ('platform/credit-liability', 'platform/promotions', 'platform/revenue/purchase-fee')"));
    assertThat(cents(figures.at("/conversions/netUsd")))
        .isEqualTo(
            entries(
                CONVERTED
                    + " AND path IN ('platform/credit-liability', 'platform/revenue/conversion-fee')"));
    assertThat(micros(figures.at("/conversions/credits")))
        .isEqualTo(entries(CONVERTED + " AND path = 'platform/redemption'"));
    assertThat(micros(figures.at("/marketplace/gmv"))).isEqualTo(captured("ORDER"));
    assertThat(micros(figures.at("/marketplace/refunded")))
        .isEqualTo(paid("kind = 'REFUND' AND agent_id = payee"));
    assertThat(micros(figures.at("/transfers/credits")))
        .isEqualTo(
            captured("PAYMENT")
                - paid("kind = 'TRANSFER' AND agent_id = payer")
                - paid("details ->> 'reversedKind' = 'TRANSFER' AND agent_id = payee"));
  }

  private long captured(String purpose) {
    return -paid(
        "kind = 'CAPTURE' AND agent_id = payer AND hold_id IN (SELECT id FROM hold WHERE purpose = '%s')"
            .formatted(purpose));
  }

  /** The sum of agents' entries in those transactions. */
  private long paid(String which) {
    return number(
        """
        SELECT sum(units) FROM (
          SELECT units, kind, details, hold_id, wallet.agent_id, payer.agent_id AS payer, payee.agent_id AS payee
          FROM entry JOIN journal USING (number) JOIN wallet ON wallet.id = holder_id
          JOIN wallet payer ON payer.id = payer_id JOIN wallet payee ON payee.id = payee_id) AS effect
        WHERE\s"""
            + which);
  }

  private long entries(String which) {
    return number(
        """
        SELECT sum(units) FROM entry JOIN journal USING (number)
        JOIN platform_account ON platform_account.id = holder_id WHERE\s"""
            + which);
  }

  private long balance(String path) {
    return number("SELECT sum(balance) FROM platform_account WHERE path = '" + path + "'");
  }

  private long number(String sql) {
    return jdbc.sql(sql).query((row, index) -> row.getLong(1)).single();
  }

  private static long micros(JsonNode credits) {
    return Credits.parse(credits.asString()).micros();
  }

  private static long cents(JsonNode usd) {
    return Usd.parse(usd.asString()).cents();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
