package dev.agora.gateway.authentication;

import dev.agora.gateway.authentication.Authentication.Admitted;
import dev.agora.gateway.authentication.Authentication.Refused;
import dev.agora.gateway.authentication.Authentication.Unknown;
import dev.agora.gateway.problem.GatewayProblem;
import dev.agora.gateway.problem.ProblemAnswers;
import dev.agora.gateway.route.FilterOrder;
import dev.agora.gateway.route.RequestHeaders;
import dev.agora.gateway.route.RouteRow;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns away whoever showed a bad credential and gives everybody else an internal token. */
@Component
class AdmissionFilter implements GlobalFilter, Ordered {

  private static final Duration COME_BACK = Duration.ofSeconds(1);

  private final InternalTokens tokens;
  private final CredentialUses uses;
  private final Authenticator authenticator;
  private final ProblemAnswers problems;

  AdmissionFilter(
      InternalTokens tokens,
      CredentialUses uses,
      Authenticator authenticator,
      ProblemAnswers problems) {
    this.tokens = tokens;
    this.uses = uses;
    this.authenticator = authenticator;
    this.problems = problems;
  }

  @Override
  public int getOrder() {
    return FilterOrder.ADMIT;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    return switch (Authentication.of(exchange)) {
      case Admitted(Caller caller) -> {
        if (!caller.credentialId().isEmpty()) {
          uses.note(caller.credentialId(), exchange.getRequest().getRemoteAddress());
        }
        RouteRow row = RouteRow.of(exchange);
        RequestHeaders.authorize(exchange, tokens.of(caller, row.target()));
        if (row.asks() != null) {
          RequestHeaders.delegate(exchange, tokens.delegated(caller, row.target(), row.asks()));
        }
        if (row.renewsCredential()) {
          // Whoever has this answer must not meet what was known before it.
          exchange
              .getResponse()
              .beforeCommit(
                  () -> Mono.fromRunnable(() -> authenticator.forget(caller.credentialId())));
        }
        yield chain.filter(exchange);
      }
      case Refused(GatewayProblem problem, String detail) ->
          problems.write(exchange, problem, detail);
      case Unknown() ->
          problems.writeRetryable(
              exchange,
              GatewayProblem.TEMPORARILY_UNAVAILABLE,
              "Credentials can not be checked at the moment. Nothing was done.",
              COME_BACK);
    };
  }
}
