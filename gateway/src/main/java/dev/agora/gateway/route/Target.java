package dev.agora.gateway.route;

import java.util.Locale;

/** A service, or the portal, behind the gateway. */
public enum Target {
  ACCOUNTS,
  LEDGER,
  BILLING,
  PAYOUT,
  MARKETPLACE,
  /** The humans' pages: the only target that browsers keep a cookie for. */
  PORTAL;

  private final String audience = name().toLowerCase(Locale.ROOT);

  /** The service's name, as internal tokens name their audience. */
  public String audience() {
    return audience;
  }
}
