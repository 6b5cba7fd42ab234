package dev.agora.gateway.route;

import dev.agora.gateway.problem.GatewayProblem;
import dev.agora.gateway.problem.ProblemAnswers;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Passes a request on through its target's breaker and says what it means when no answer comes. */
@Component
class ForwardFilter implements GlobalFilter, Ordered {

  private static final Logger log = LoggerFactory.getLogger(ForwardFilter.class);
  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Duration COME_BACK = Duration.ofSeconds(1);

  private final TargetProperties targets;
  private final Breakers breakers;
  private final OutgoingTrace trace;
  private final ProblemAnswers problems;

  ForwardFilter(
      TargetProperties targets, Breakers breakers, OutgoingTrace trace, ProblemAnswers problems) {
    this.trace = trace;
    this.targets = targets;
    this.breakers = breakers;
    this.problems = problems;
  }

  @Override
  public int getOrder() {
    return FilterOrder.FORWARD;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    Target target = RouteRow.of(exchange).target();
    CircuitBreaker breaker = breakers.of(target);
    if (!breaker.tryAcquirePermission()) {
      return nothingDone(exchange, target);
    }
    exchange
        .getAttributes()
        .put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, addressAt(target, exchange));
    trace.follow(exchange);
    long start = System.nanoTime();
    ArrivingBody body = ArrivingBody.of(exchange.getRequest());
    return chain
        .filter(exchange.mutate().request(body).build())
        .doOnSuccess(done -> breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS))
        .doOnCancel(breaker::releasePermission)
        .onErrorResume(
            error -> failed(exchange, target, breaker, System.nanoTime() - start, body.why(error)));
  }

  private Mono<Void> failed(
      ServerWebExchange exchange,
      Target target,
      CircuitBreaker breaker,
      long nanos,
      Throwable error) {
    return switch (UpstreamFailure.of(error)) {
      case NOT_SENT -> {
        breaker.onError(nanos, TimeUnit.NANOSECONDS, error);
        log.warn("{} takes no requests: {}", target.audience(), error.toString());
        yield nothingDone(exchange, target);
      }
      case NO_ANSWER -> {
        breaker.onError(nanos, TimeUnit.NANOSECONDS, error);
        log.warn("{} gave no answer: {}", target.audience(), error.toString());
        yield noAnswer(exchange);
      }
      case CALLER_TOO_SLOW -> {
        breaker.releasePermission();
        yield problems.write(
            exchange,
            GatewayProblem.REQUEST_TIMEOUT,
            "The rest of the request did not come in time. Nothing was done.");
      }
      case OTHER -> {
        breaker.releasePermission();
        yield Mono.error(error);
      }
    };
  }

  /** A read that was carried out has changed nothing, so only of others is the outcome in doubt. */
  private Mono<Void> noAnswer(ServerWebExchange exchange) {
    return READS.contains(exchange.getRequest().getMethod())
        ? problems.writeRetryable(
            exchange,
            GatewayProblem.TEMPORARILY_UNAVAILABLE,
            "The service behind this route gave no answer in time. Nothing was done.",
            COME_BACK)
        : problems.writeRetryable(
            exchange,
            GatewayProblem.OUTCOME_UNKNOWN,
            "The service behind this route gave no answer in time. The request may have been"
                + " carried out: repeat it with the same Idempotency-Key, or look before you do.",
            COME_BACK);
  }

  private Mono<Void> nothingDone(ServerWebExchange exchange, Target target) {
    return problems.writeRetryable(
        exchange,
        GatewayProblem.TEMPORARILY_UNAVAILABLE,
        "The " + target.audience() + " service can not be reached. Nothing was done.",
        COME_BACK);
  }

  /** The table admits plain paths only, so nothing needs escaping; the query stays as it came. */
  private URI addressAt(Target target, ServerWebExchange exchange) {
    URI asked = exchange.getRequest().getURI();
    String path = targets.of(target) + asked.getRawPath();
    return URI.create(asked.getRawQuery() == null ? path : path + "?" + asked.getRawQuery());
  }
}
