package dev.agora.gateway.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Turns what no filter answered into a problem: unknown paths, unreadable requests, bugs. */
@Component
@Order(LastResortHandler.BEFORE_BOOTS_OWN)
class LastResortHandler implements WebExceptionHandler {

  static final int BEFORE_BOOTS_OWN = -2;

  private static final Logger log = LoggerFactory.getLogger(LastResortHandler.class);

  private final ProblemAnswers answers;

  LastResortHandler(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(error);
    }
    return switch (error) {
      case GatewayProblemException known ->
          answers.write(exchange, known.problem(), known.detail());
      case ResponseStatusException status when status.getStatusCode().value() == 404 ->
          answers.write(
              exchange, GatewayProblem.NO_SUCH_ROUTE, "No route of the API has this path.");
      case ResponseStatusException status when status.getStatusCode().is4xxClientError() ->
          answers.write(
              exchange, GatewayProblem.MALFORMED_REQUEST, "The request could not be read.");
      default -> {
        log.error("request {} failed", exchange.getLogPrefix(), error);
        yield answers.write(
            exchange,
            GatewayProblem.INTERNAL_ERROR,
            "The gateway failed. The request id tells us what happened.");
      }
    };
  }
}
