package dev.agora.gateway.route;

import dev.agora.gateway.problem.EdgeHeadersFilter;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a service gets of a request's headers: the caller's own, less those that concern one
 * connection only or claim an identity, plus the internal token. One copy, made once.
 */
public final class RequestHeaders implements HttpHeadersFilter {

  /** Where the caller is; services slow down by it whoever guesses passwords. */
  private static final String SOURCE = "X-Agora-Source";

  private static final String TOKEN_ATTRIBUTE = RequestHeaders.class.getName();

  /** Leave to ask another service in the caller's name. */
  private static final String DELEGATION = "X-Agora-Delegation";

  private static final String DELEGATION_ATTRIBUTE = RequestHeaders.class.getName() + ".delegation";

  private static final String TRACEPARENT = "traceparent";
  private static final String TRACE_ATTRIBUTE = RequestHeaders.class.getName() + ".trace";

  private static final Set<String> DROPPED =
      Set.of(
          "authorization",
          "connection",
          "cookie",
          "expect",
          "forwarded",
          "host",
          "http2-settings",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "via",
          "x-real-ip",
          "x-request-id");

  RequestHeaders() {}

  /** Names the internal token that the request is passed on with. */
  public static void authorize(ServerWebExchange exchange, String token) {
    exchange.getAttributes().put(TOKEN_ATTRIBUTE, "Bearer " + token);
  }

  /** Names the token with which the service may ask another one in the caller's name. */
  public static void delegate(ServerWebExchange exchange, String token) {
    exchange.getAttributes().put(DELEGATION_ATTRIBUTE, token);
  }

  /** Names the span that the request is passed on in, in place of the caller's. */
  static void trace(ServerWebExchange exchange, String traceparent) {
    exchange.getAttributes().put(TRACE_ATTRIBUTE, traceparent);
  }

  @Override
  public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
    HttpHeaders passed = new HttpHeaders();
    Set<String> named = namedByConnection(input);
    input.forEach(
        (name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!DROPPED.contains(lower) && !claimsIdentity(lower) && !named.contains(lower)) {
            passed.put(name, values);
          }
        });
    PortalCookie.pass(input, passed, exchange);
    String token = exchange.getRequiredAttribute(TOKEN_ATTRIBUTE);
    passed.set(HttpHeaders.AUTHORIZATION, token);
    passed.set(EdgeHeadersFilter.REQUEST_ID, EdgeHeadersFilter.requestId(exchange));
    String delegation = exchange.getAttribute(DELEGATION_ATTRIBUTE);
    if (delegation != null) {
      passed.set(DELEGATION, delegation);
    }
    String trace = exchange.getAttribute(TRACE_ATTRIBUTE);
    if (trace != null) {
      passed.set(TRACEPARENT, trace);
    }
    passed.set(SOURCE, source(exchange.getRequest().getRemoteAddress()));
    return passed;
  }

  private static String source(@Nullable InetSocketAddress remote) {
    return remote == null || remote.getAddress() == null
        ? "unknown"
        : remote.getAddress().getHostAddress();
  }

  private static boolean claimsIdentity(String lower) {
    return lower.startsWith("x-forwarded-") || lower.startsWith("x-agora-");
  }

  /** A client may declare further headers to concern its connection only. */
  private static Set<String> namedByConnection(HttpHeaders input) {
    Set<String> named = new HashSet<>();
    for (String option : input.getConnection()) {
      named.add(option.toLowerCase(Locale.ROOT));
    }
    return named;
  }
}
