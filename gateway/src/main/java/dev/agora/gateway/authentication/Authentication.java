package dev.agora.gateway.authentication;

import dev.agora.gateway.problem.GatewayProblem;
import org.springframework.web.server.ServerWebExchange;

/** What came of looking at a request's credential. */
public sealed interface Authentication {

  /** The credential is good, or there is none and the caller is anonymous. */
  record Admitted(Caller caller) implements Authentication {}

  /** The credential is not good. */
  record Refused(GatewayProblem problem, String detail) implements Authentication {}

  /** Nobody can tell now. */
  record Unknown() implements Authentication {}

  /** What came of it for this request. */
  static Authentication of(ServerWebExchange exchange) {
    return exchange.getRequiredAttribute(Authentication.class.getName());
  }
}
