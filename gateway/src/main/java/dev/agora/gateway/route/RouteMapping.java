package dev.agora.gateway.route;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds the route of a request in the {@link RouteTable}, instead of asking one predicate of every
 * route in turn.
 */
@Component
class RouteMapping extends RoutePredicateHandlerMapping {

  private final Map<RouteRow, Route> routes;

  RouteMapping(
      FilteringWebHandler filters,
      RouteLocator unused,
      GlobalCorsProperties cors,
      Environment environment,
      TargetProperties targets,
      UpstreamProperties upstream) {
    super(filters, unused, cors, environment);
    this.routes = routes(targets, upstream.answerMax());
  }

  @Override
  protected Mono<Route> lookupRoute(ServerWebExchange exchange) {
    return Mono.justOrEmpty(
        RouteTable.match(
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath().pathWithinApplication())
            .map(
                row -> {
                  row.attachTo(exchange);
                  return routes.get(row);
                }));
  }

  private static Map<RouteRow, Route> routes(TargetProperties targets, Duration answerMax) {
    Map<RouteRow, Route> routes = new HashMap<>();
    Map<Target, Integer> counts = new EnumMap<>(Target.class);
    for (RouteRow row : RouteTable.ROWS) {
      Duration within = row.within().compareTo(answerMax) < 0 ? row.within() : answerMax;
      int count = counts.merge(row.target(), 1, Integer::sum);
      routes.put(
          row,
          Route.async()
              .id(row.target().audience() + "-" + count)
              .uri(targets.of(row.target()))
              .predicate(exchange -> true)
              .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, within.toMillis())
              .build());
    }
    return Map.copyOf(routes);
  }
}
