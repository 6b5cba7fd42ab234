package dev.agora.gateway.ratelimit;

import dev.agora.gateway.authentication.Authentication;
import dev.agora.gateway.authentication.Authentication.Admitted;
import dev.agora.gateway.authentication.Caller;
import dev.agora.gateway.problem.GatewayProblem;
import dev.agora.gateway.problem.ProblemAnswers;
import dev.agora.gateway.ratelimit.RateLimits.Verdict;
import dev.agora.gateway.route.FilterOrder;
import dev.agora.gateway.route.RouteRow;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Counts every request, those with a bad credential too, and says in each answer how many more may
 * come.
 */
@Component
class RateLimitFilter implements GlobalFilter, Ordered {

  private final RateLimits limits;
  private final ProblemAnswers problems;

  RateLimitFilter(RateLimits limits, ProblemAnswers problems) {
    this.limits = limits;
    this.problems = problems;
  }

  @Override
  public int getOrder() {
    return FilterOrder.RATE_LIMIT;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    RateClass rateClass =
        RateClass.of(RouteRow.of(exchange).traffic(), exchange.getRequest().getMethod());
    Verdict verdict = limits.count(rateClass, who(exchange, rateClass));
    state(exchange.getResponse().getHeaders(), rateClass, verdict);
    if (verdict.allowed()) {
      return chain.filter(exchange);
    }
    return problems.writeRetryable(
        exchange,
        GatewayProblem.TOO_MANY_REQUESTS,
        "At most %d %s requests at once and %d a second are allowed. Nothing was done."
            .formatted(verdict.rate().burst(), rateClass.label(), verdict.rate().perSecond()),
        verdict.retryAfter());
  }

  private static String who(ServerWebExchange exchange, RateClass rateClass) {
    boolean perCaller = rateClass == RateClass.READ || rateClass == RateClass.WRITE;
    if (perCaller
        && Authentication.of(exchange) instanceof Admitted(Caller caller)
        && !caller.credentialId().isEmpty()) {
      return caller.id();
    }
    return address(exchange.getRequest().getRemoteAddress());
  }

  private static String address(@Nullable InetSocketAddress remote) {
    return remote == null || remote.getAddress() == null
        ? "unknown"
        : remote.getAddress().getHostAddress();
  }

  private static void state(HttpHeaders headers, RateClass rateClass, Verdict verdict) {
    String name = '"' + rateClass.label() + '"';
    int window = Math.max(1, verdict.rate().burst() / verdict.rate().perSecond());
    headers.set("RateLimit-Policy", name + ";q=" + verdict.rate().burst() + ";w=" + window);
    headers.set("RateLimit", name + ";r=" + verdict.remaining() + ";t=" + verdict.secondsToFull());
  }
}
