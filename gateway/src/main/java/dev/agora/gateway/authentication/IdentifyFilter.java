package dev.agora.gateway.authentication;

import dev.agora.gateway.authentication.Authentication.Admitted;
import dev.agora.gateway.authentication.Authentication.Refused;
import dev.agora.gateway.problem.GatewayProblem;
import dev.agora.gateway.route.FilterOrder;
import dev.agora.gateway.route.RouteRow;
import dev.agora.gateway.route.Traffic;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds out who is calling. What follows from it comes after the rate limit. */
@Component
class IdentifyFilter implements GlobalFilter, Ordered {

  private static final String SCHEME = "Bearer ";
  private static final Admitted ANONYMOUS = new Admitted(Caller.ANONYMOUS);

  private final Authenticator authenticator;

  IdentifyFilter(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  @Override
  public int getOrder() {
    return FilterOrder.IDENTIFY;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    return identify(exchange)
        .flatMap(
            authentication -> {
              exchange.getAttributes().put(Authentication.class.getName(), authentication);
              return chain.filter(exchange);
            });
  }

  private Mono<Authentication> identify(ServerWebExchange exchange) {
    if (RouteRow.of(exchange).traffic() == Traffic.WEBHOOK) {
      return Mono.just(ANONYMOUS);
    }
    List<String> sent =
        exchange.getRequest().getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
    return switch (sent.size()) {
      case 0 -> Mono.just(ANONYMOUS);
      case 1 -> bearer(sent.getFirst(), exchange.getRequest().getRemoteAddress());
      default -> Mono.just(refused("There is more than one Authorization header."));
    };
  }

  private Mono<Authentication> bearer(String header, @Nullable InetSocketAddress remote) {
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Mono.just(refused("The Authorization header is not of the form 'Bearer <key>'."));
    }
    return authenticator.authenticate(
        header.substring(SCHEME.length()).strip(), remote == null ? null : remote.getAddress());
  }

  private static Authentication refused(String detail) {
    return new Refused(GatewayProblem.INVALID_CREDENTIAL, detail);
  }
}
