package dev.agora.gateway.route;

import static dev.agora.gateway.route.RouteRow.to;
import static dev.agora.gateway.route.Target.ACCOUNTS;
import static dev.agora.gateway.route.Target.BILLING;
import static dev.agora.gateway.route.Target.LEDGER;
import static dev.agora.gateway.route.Target.MARKETPLACE;
import static dev.agora.gateway.route.Target.PAYOUT;
import static dev.agora.gateway.route.Target.PORTAL;
import static dev.agora.gateway.route.Traffic.SIGN_IN;
import static dev.agora.gateway.route.Traffic.WEBHOOK;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;

/** Every path of the API and the service behind it; the first row that matches counts. */
final class RouteTable {

  private static final DataSize BATCH = DataSize.ofMegabytes(2);

  /** For routes whose service waits for Stripe before it answers. */
  private static final Duration STRIPE = Duration.ofSeconds(30);

  static final List<RouteRow> ROWS =
      List.of(
          to(ACCOUNTS, "/api/v1/humans/**").counting(SIGN_IN),
          to(ACCOUNTS, "/api/v1/sessions").only(HttpMethod.POST).counting(SIGN_IN),
          to(ACCOUNTS, "/api/v1/sessions/passkey/**").counting(SIGN_IN),
          to(ACCOUNTS, "/api/v1/sessions/second-factor").counting(SIGN_IN),
          to(ACCOUNTS, "/api/v1/sessions/**"),
          to(ACCOUNTS, "/api/v1/me/password").counting(SIGN_IN),
          to(ACCOUNTS, "/api/v1/me/step-up").counting(SIGN_IN).renewingCredential(),
          to(ACCOUNTS, "/api/v1/me/**"),
          to(ACCOUNTS, "/api/v1/alerts/**"),
          to(ACCOUNTS, "/api/v1/audit/**"),
          to(ACCOUNTS, "/api/v1/roles/**"),
          to(ACCOUNTS, "/api/v1/keys/current"),
          to(ACCOUNTS, "/api/v1/agents/register").counting(SIGN_IN),
          to(LEDGER, "/api/v1/agents/*/limits"),
          to(LEDGER, "/api/v1/agents/*/freeze"),
          to(LEDGER, "/api/v1/agents/*/unfreeze"),
          to(LEDGER, "/api/v1/agents/*").only(HttpMethod.DELETE),
          to(BILLING, "/api/v1/agents/*/auto-top-up"),
          to(ACCOUNTS, "/api/v1/agents/**"),
          to(LEDGER, "/api/v1/credits/transfers").upTo(BATCH),
          to(LEDGER, "/api/v1/credits/**"),
          to(LEDGER, "/api/v1/ledger/**"),
          to(LEDGER, "/api/v1/analytics/**"),
          to(BILLING, "/api/v1/billing/packages/**"),
          to(BILLING, "/api/v1/billing/purchase-credits/**").within(STRIPE),
          to(BILLING, "/api/v1/billing/purchases/**").within(STRIPE),
          to(BILLING, "/api/v1/billing/payment-methods/**").within(STRIPE),
          to(BILLING, "/api/v1/billing/reconciliation/**"),
          to(BILLING, "/webhooks/stripe").counting(WEBHOOK),
          to(PAYOUT, "/api/v1/billing/convert-to-usd/quote").asking(LEDGER),
          to(PAYOUT, "/api/v1/billing/convert-to-usd/**"),
          to(PAYOUT, "/api/v1/billing/conversions/**"),
          to(PAYOUT, "/api/v1/payouts/**").within(STRIPE),
          to(PAYOUT, "/webhooks/stripe-connect").counting(WEBHOOK),
          to(MARKETPLACE, "/api/v1/marketplace/**"),
          to(ACCOUNTS, "/api/v1/platform/accounts/**"),
          to(LEDGER, "/api/v1/platform/ledger/**"),
          to(BILLING, "/api/v1/platform/billing/**"),
          to(PAYOUT, "/api/v1/platform/payout/**"),
          to(MARKETPLACE, "/api/v1/platform/marketplace/**"),
          // Where people begin, and where Stripe's pages send them back to.
          to(PORTAL, "/").only(HttpMethod.GET),
          to(PORTAL, "/portal/**").within(STRIPE));

  private RouteTable() {}

  /**
   * The row of a request.
   *
   * <p>Ids and names are all that a path of the API holds, so every other character is refused:
   * dots, escapes, semicolons and doubled slashes mean one path here and another one in a service.
   */
  static Optional<RouteRow> match(HttpMethod method, PathContainer path) {
    if (!isPlain(path.value())) {
      return Optional.empty();
    }
    for (RouteRow row : ROWS) {
      if (row.matches(method, path)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private static boolean isPlain(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '_'
              || (c == '/' && (i == 0 || path.charAt(i - 1) != '/'));
      if (!plain) {
        return false;
      }
    }
    return true;
  }
}
