package dev.agora.gateway.route;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One line of the {@link RouteTable}.
 *
 * @param method that it is for; null for all
 * @param pattern of the path: {@code *} is one segment, {@code **} the rest, possibly nothing
 * @param target that serves it
 * @param traffic whose rate it counts against
 * @param bodyMax largest request body
 * @param within how long the target may take to answer
 * @param asks whom the target asks in the caller's name before it answers; null for nobody
 * @param renewsCredential whether an answer may change what the caller's own credential is worth
 */
public record RouteRow(
    @Nullable HttpMethod method,
    PathPattern pattern,
    Target target,
    Traffic traffic,
    DataSize bodyMax,
    Duration within,
    @Nullable Target asks,
    boolean renewsCredential) {

  private static final DataSize BODY_MAX_DEFAULT = DataSize.ofKilobytes(256);
  private static final Duration WITHIN_DEFAULT = Duration.ofSeconds(10);
  private static final String ATTRIBUTE = RouteRow.class.getName();

  static RouteRow to(Target target, String pattern) {
    return new RouteRow(
        null,
        PathPatternParser.defaultInstance.parse(pattern),
        target,
        Traffic.API,
        BODY_MAX_DEFAULT,
        WITHIN_DEFAULT,
        null,
        false);
  }

  RouteRow only(HttpMethod oneMethod) {
    return new RouteRow(
        oneMethod, pattern, target, traffic, bodyMax, within, asks, renewsCredential);
  }

  boolean matches(HttpMethod requested, PathContainer path) {
    return (method == null || method.equals(requested)) && pattern.matches(path);
  }

  RouteRow counting(Traffic otherTraffic) {
    return new RouteRow(
        method, pattern, target, otherTraffic, bodyMax, within, asks, renewsCredential);
  }

  RouteRow upTo(DataSize otherBodyMax) {
    return new RouteRow(
        method, pattern, target, traffic, otherBodyMax, within, asks, renewsCredential);
  }

  RouteRow within(Duration otherWithin) {
    return new RouteRow(
        method, pattern, target, traffic, bodyMax, otherWithin, asks, renewsCredential);
  }

  RouteRow renewingCredential() {
    return new RouteRow(method, pattern, target, traffic, bodyMax, within, asks, true);
  }

  RouteRow asking(Target other) {
    return new RouteRow(method, pattern, target, traffic, bodyMax, within, other, renewsCredential);
  }

  /** The row that a routed request matched. */
  public static RouteRow of(ServerWebExchange exchange) {
    return exchange.getRequiredAttribute(ATTRIBUTE);
  }

  void attachTo(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
    // The name under which the request is measured and traced.
    ServerRequestObservationContext.findCurrent(exchange.getAttributes())
        .ifPresent(request -> request.setPathPattern(pattern.getPatternString()));
  }
}
