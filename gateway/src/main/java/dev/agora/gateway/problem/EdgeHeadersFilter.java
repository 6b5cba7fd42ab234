package dev.agora.gateway.problem;

import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every answer its request id and the headers that keep browsers from doing harm. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class EdgeHeadersFilter implements WebFilter {

  /** The header that names a request, in and out. */
  public static final String REQUEST_ID = "X-Request-Id";

  private static final String REQUEST_ID_ATTRIBUTE = EdgeHeadersFilter.class.getName();
  private static final int REQUEST_ID_LENGTH_MAX = 64;

  private final Supplier<String> requestIds;

  EdgeHeadersFilter(Supplier<String> requestIds) {
    this.requestIds = requestIds;
  }

  /** The id of this request; the caller's own if it sent a sane one. */
  public static String requestId(ServerWebExchange exchange) {
    return exchange.getAttributeOrDefault(REQUEST_ID_ATTRIBUTE, "none");
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String sent = exchange.getRequest().getHeaders().getFirst(REQUEST_ID);
    String id = sent != null && isSane(sent) ? sent : requestIds.get();
    exchange.getAttributes().put(REQUEST_ID_ATTRIBUTE, id);
    exchange
        .getResponse()
        .beforeCommit(
            () -> {
              addTo(exchange.getResponse().getHeaders(), id);
              return Mono.empty();
            });
    return chain.filter(exchange);
  }

  private static void addTo(HttpHeaders headers, String id) {
    headers.set(REQUEST_ID, id);
    headers.set("X-Content-Type-Options", "nosniff");
    setIfAbsent(headers, "Referrer-Policy", "no-referrer");
    setIfAbsent(headers, "Strict-Transport-Security", "max-age=31536000");
    setIfAbsent(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    setIfAbsent(headers, HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static void setIfAbsent(HttpHeaders headers, String name, String value) {
    if (!headers.containsHeader(name)) {
      headers.set(name, value);
    }
  }

  private static boolean isSane(String id) {
    return !id.isEmpty()
        && id.length() <= REQUEST_ID_LENGTH_MAX
        && id.chars().allMatch(EdgeHeadersFilter::isPlain);
  }

  private static boolean isPlain(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '-'
        || c == '_'
        || c == '.';
  }
}
