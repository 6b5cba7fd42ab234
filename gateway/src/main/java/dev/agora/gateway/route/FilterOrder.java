package dev.agora.gateway.route;

/** In which order a request passes the gateway's filters. */
public final class FilterOrder {

  /** Who is calling. */
  public static final int IDENTIFY = 10;

  /** Not too often. */
  public static final int RATE_LIMIT = 20;

  /** Refused, or given a token. */
  public static final int ADMIT = 30;

  /** Not too large. */
  static final int BODY_LIMIT = 40;

  /** Passed on. */
  static final int FORWARD = 50;

  private FilterOrder() {}
}
