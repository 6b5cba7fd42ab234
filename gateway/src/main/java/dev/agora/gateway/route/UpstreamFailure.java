package dev.agora.gateway.route;

import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.handler.timeout.TimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** Why a service gave no answer, as far as it matters to the caller. */
enum UpstreamFailure {
  /** The request never left the gateway, so it certainly did nothing. */
  NOT_SENT,
  /** The request may or may not have been carried out. */
  NO_ANSWER,
  /** The rest of the request did not come in time, so that the service never had a whole one. */
  CALLER_TOO_SLOW,
  /** Not the service's fault. */
  OTHER;

  static UpstreamFailure of(Throwable error) {
    return switch (error) {
      case ConnectException _ -> NOT_SENT;
      case UnknownHostException _ -> NOT_SENT;
      case PoolAcquireTimeoutException _ -> NOT_SENT;
      case PoolAcquirePendingLimitException _ -> NOT_SENT;
      // Of the connection to the caller: those to the services have none, their bound is a 504.
      case ReadTimeoutException _ -> CALLER_TOO_SLOW;
      case IOException _ -> NO_ANSWER;
      case TimeoutException _ -> NO_ANSWER;
      case ResponseStatusException status when status.getStatusCode().value() == 504 -> NO_ANSWER;
      default -> OTHER;
    };
  }
}
