package dev.agora.gateway.authentication;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes the address of the person at a page from the portal, which shows a key, and from nobody
 * else. So rates, guessed passwords, allowed ranges and the audit log see people, not the portal.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PersonsAddress implements WebFilter {

  private static final String KEY = "X-Agora-Portal-Key";
  private static final String ADDRESS = "X-Forwarded-For";

  private final byte[] key;

  PersonsAddress(PortalProperties properties) {
    String configured = properties.sourceKey();
    key = (configured == null ? "" : configured).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    HttpHeaders sent = exchange.getRequest().getHeaders();
    return Optional.ofNullable(sent.getFirst(KEY))
        .filter(this::isPortals)
        .flatMap(portal -> address(sent.getFirst(ADDRESS)))
        .map(address -> exchange.mutate().request(it -> it.remoteAddress(address)).build())
        .map(chain::filter)
        .orElseGet(() -> chain.filter(exchange));
  }

  private boolean isPortals(String shown) {
    return key.length > 0 && MessageDigest.isEqual(key, shown.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<InetSocketAddress> address(@Nullable String written) {
    try {
      return Optional.ofNullable(written)
          .map(it -> new InetSocketAddress(InetAddress.ofLiteral(it), 0));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
