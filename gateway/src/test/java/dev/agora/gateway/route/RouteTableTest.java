package dev.agora.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;

class RouteTableTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /api/v1/humans                                | ACCOUNTS    | SIGN_IN
          /api/v1/humans/confirmation/mail              | ACCOUNTS    | SIGN_IN
          /api/v1/humans/password-reset                 | ACCOUNTS    | SIGN_IN
          /api/v1/sessions                              | ACCOUNTS    | API
          /api/v1/me/password                           | ACCOUNTS    | SIGN_IN
          /api/v1/sessions/current                      | ACCOUNTS    | API
          /api/v1/me                                    | ACCOUNTS    | API
          /api/v1/audit                                 | ACCOUNTS    | API
          /api/v1/roles/changes/rch_0a/approve          | ACCOUNTS    | API
          /api/v1/keys/current                          | ACCOUNTS    | API
          /api/v1/audit/proof                           | ACCOUNTS    | API
          /api/v1/agents                                | ACCOUNTS    | API
          /api/v1/agents/register                       | ACCOUNTS    | SIGN_IN
          /api/v1/agents/claim                          | ACCOUNTS    | API
          /api/v1/agents/agt_0a/keys/k1                 | ACCOUNTS    | API
          /api/v1/agents/agt_0a/limits                  | LEDGER      | API
          /api/v1/agents/agt_0a/freeze                  | LEDGER      | API
          /api/v1/agents/agt_0a/unfreeze                | LEDGER      | API
          /api/v1/agents/agt_0a/auto-top-up             | BILLING     | API
          /api/v1/credits/transfer                      | LEDGER      | API
          /api/v1/credits/transfers                     | LEDGER      | API
          /api/v1/credits/holds/hld_0a/capture          | LEDGER      | API
          /api/v1/ledger/proof                          | LEDGER      | API
          /api/v1/analytics/spending                    | LEDGER      | API
          /api/v1/billing/packages                      | BILLING     | API
          /api/v1/billing/purchase-credits              | BILLING     | API
          /api/v1/billing/purchases/pur_0a/refund       | BILLING     | API
          /api/v1/billing/payment-methods               | BILLING     | API
          /webhooks/stripe                              | BILLING     | WEBHOOK
          /api/v1/billing/convert-to-usd                | PAYOUT      | API
          /api/v1/billing/conversions/quote             | PAYOUT      | API
          /api/v1/payouts/account                       | PAYOUT      | API
          /webhooks/stripe-connect                      | PAYOUT      | WEBHOOK
          /api/v1/marketplace/services                  | MARKETPLACE | API
          /api/v1/marketplace/orders/ord_0a/deliver     | MARKETPLACE | API
          /portal                                       | PORTAL      | API
          /portal/credits/pur_0a/steps                  | PORTAL      | API
          """,
      delimiter = '|')
  void everyPathOfTheApiHasItsService(String path, Target target, Traffic traffic) {
    assertThat(match(path))
        .hasValueSatisfying(
            row -> {
              assertThat(row.target()).isEqualTo(target);
              assertThat(row.traffic()).isEqualTo(traffic);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/portal/assets/style.css",
        "/portals",
        "/api/v1",
        "/api/v2/me",
        "/api/v1/billing",
        "/internal/credentials/0a",
        "/actuator/health",
        "/jwks",
        "/webhooks/other",
        "/api/v1/agents/../../../internal/credentials/0a",
        "/api/v1/agents/%2e%2e/%2e%2e/internal",
        "/api/v1/agents;x=1/agt_0a",
        "/api/v1//me",
        "/api/v1/agents/a%2fb",
        "/api/v1/agents/ä"
      })
  void everythingElseLeadsNowhere(String path) {
    assertThat(match(path)).isEmpty();
  }

  @Test
  void closingAnAgentIsTheLedgersAndAllElseOfItIsAccounts() {
    PathContainer agent = PathContainer.parsePath("/api/v1/agents/agt_0a");

    assertThat(RouteTable.match(HttpMethod.DELETE, agent).orElseThrow().target())
        .isEqualTo(Target.LEDGER);
    assertThat(RouteTable.match(HttpMethod.PATCH, agent).orElseThrow().target())
        .isEqualTo(Target.ACCOUNTS);
    PathContainer key = PathContainer.parsePath("/api/v1/agents/agt_0a/keys/k1");
    assertThat(RouteTable.match(HttpMethod.DELETE, key).orElseThrow().target())
        .isEqualTo(Target.ACCOUNTS);
  }

  @Test
  void onlyAQuoteHasTheLedgerAsked() {
    assertThat(RouteTable.ROWS)
        .filteredOn(row -> row.asks() != null)
        .containsExactly(match("/api/v1/billing/convert-to-usd/quote").orElseThrow())
        .extracting(RouteRow::asks)
        .containsExactly(Target.LEDGER);
    assertThat(match("/api/v1/billing/convert-to-usd").orElseThrow().target())
        .isEqualTo(Target.PAYOUT);
  }

  @Test
  void onlyTheBatchRouteTakesLargeBodies() {
    assertThat(match("/api/v1/credits/transfers").orElseThrow().bodyMax())
        .isEqualTo(DataSize.ofMegabytes(2));
    assertThat(match("/api/v1/credits/transfer").orElseThrow().bodyMax())
        .isEqualTo(DataSize.ofKilobytes(256));
  }

  @Test
  void routesThatWaitForStripeMayTakeLonger() {
    assertThat(match("/api/v1/payouts/account").orElseThrow().within())
        .isGreaterThan(match("/api/v1/me").orElseThrow().within())
        .isLessThanOrEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void signingInCountsApartFromLookingAtSessions() {
    PathContainer sessions = PathContainer.parsePath("/api/v1/sessions");

    assertThat(RouteTable.match(HttpMethod.POST, sessions).orElseThrow().traffic())
        .isEqualTo(Traffic.SIGN_IN);
    assertThat(RouteTable.match(HttpMethod.DELETE, sessions).orElseThrow().traffic())
        .isEqualTo(Traffic.API);
  }

  private static Optional<RouteRow> match(String path) {
    return RouteTable.match(HttpMethod.GET, PathContainer.parsePath(path));
  }
}
