package dev.agora.http.caller;

/**
 * A caller's leave for one service to ask another one in the caller's name. The gateway gives it
 * along with a request whose route asks: a token like any other, for the service that is asked,
 * with the one that asks in the claim {@code act} (RFC 8693, section 4.1). It opens only routes
 * that say {@link AllowedTo#delegated()}, with no more than the caller's own scopes, and dies with
 * the minute.
 */
public final class Delegation {

  /** The request header that it comes in; the gateway takes it from nobody. */
  public static final String HEADER = "X-Agora-Delegation";

  private Delegation() {}
}
