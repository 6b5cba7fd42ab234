package dev.agora.accounts.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** An address of a program: absolute, with a host, and nothing that a call could not use. */
record WebhookUrl(URI uri) {

  private static final int LENGTH_MAX = 2000;
  private static final int TLS_PORT = 443;
  private static final int PORT_MAX = 65_535;

  /** What a human wrote, or what is wrong with it. */
  sealed interface Parsed {

    record Good(WebhookUrl url) implements Parsed {}

    record Wrong(String why) implements Parsed {}
  }

  /**
   * Takes it apart.
   *
   * @param onOneMachine whether other ports will do, and no TLS
   */
  static Parsed parse(String text, boolean onOneMachine) {
    if (text.length() > LENGTH_MAX) {
      return new Parsed.Wrong("must have at most " + LENGTH_MAX + " characters");
    }
    try {
      URI uri = new URI(text);
      String why = objection(uri, onOneMachine);
      return why == null ? new Parsed.Good(new WebhookUrl(uri)) : new Parsed.Wrong(why);
    } catch (URISyntaxException malformed) {
      return new Parsed.Wrong("must be an address such as https://example.org/alerts");
    }
  }

  private static @Nullable String objection(URI uri, boolean onOneMachine) {
    String scheme = uri.getScheme();
    boolean plain = "http".equalsIgnoreCase(scheme);
    if (!"https".equalsIgnoreCase(scheme) && !(onOneMachine && plain)) {
      return "must begin with https://";
    }
    if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > PORT_MAX) {
      return "must name a host";
    }
    if (!onOneMachine && uri.getPort() != -1 && uri.getPort() != TLS_PORT) {
      return "must use port 443";
    }
    if (!uri.toString().chars().allMatch(c -> c > ' ' && c < 127)) {
      return "must be ASCII; write other letters as %xx or xn--";
    }
    return uri.getRawUserInfo() != null || uri.getRawFragment() != null
        ? "must hold neither a user nor a fragment"
        : null;
  }

  boolean isTls() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /** Without the brackets of an IPv6 address. */
  String host() {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  int port() {
    if (uri.getPort() > 0) {
      return uri.getPort();
    }
    return isTls() ? TLS_PORT : 80;
  }

  /** Path and query as they go over the wire. */
  String target() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  /** It may hold a secret of its own. */
  @Override
  public String toString() {
    return uri.getScheme() + "://" + uri.getHost();
  }
}
