package dev.agora.gateway.route;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * The one cookie that passes, and only to the portal and from it: its session. The API knows no
 * cookies, so that no page elsewhere can make a browser spend somebody's credits.
 */
final class PortalCookie {

  private static final String PREFIX = "agora_portal=";

  private PortalCookie() {}

  /** Copies it from what a browser sent. */
  static void pass(HttpHeaders sent, HttpHeaders passed, ServerWebExchange exchange) {
    if (!isForPortal(exchange)) {
      return;
    }
    for (String header : sent.getOrDefault(HttpHeaders.COOKIE, List.of())) {
      for (String cookie : header.split(";", -1)) {
        if (cookie.strip().startsWith(PREFIX)) {
          passed.add(HttpHeaders.COOKIE, cookie.strip());
        }
      }
    }
  }

  /** Leaves no other one in an answer. */
  static void keep(HttpHeaders answer, ServerWebExchange exchange) {
    List<String> cookies = answer.remove(HttpHeaders.SET_COOKIE);
    if (cookies != null && isForPortal(exchange)) {
      cookies.stream()
          .filter(cookie -> cookie.startsWith(PREFIX))
          .forEach(cookie -> answer.add(HttpHeaders.SET_COOKIE, cookie));
    }
  }

  private static boolean isForPortal(ServerWebExchange exchange) {
    return RouteRow.of(exchange).target() == Target.PORTAL;
  }
}
