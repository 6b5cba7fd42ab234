package dev.agora.gateway.route;

import io.netty.handler.timeout.ReadTimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/**
 * A request that knows whether all of it has arrived: a service that was not given a whole one can
 * not answer, and is not to blame for it.
 */
final class ArrivingBody extends ServerHttpRequestDecorator {

  private volatile boolean arrived;

  private ArrivingBody(ServerHttpRequest request, boolean arrived) {
    super(request);
    this.arrived = arrived;
  }

  static ArrivingBody of(ServerHttpRequest request) {
    HttpHeaders headers = request.getHeaders();
    boolean hasBody =
        headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    return new ArrivingBody(request, !hasBody);
  }

  @Override
  public Flux<DataBuffer> getBody() {
    return arrived ? super.getBody() : super.getBody().doOnComplete(() -> arrived = true);
  }

  /** That the caller was too slow, if it was; otherwise that failure. */
  Throwable why(Throwable failure) {
    return !arrived && UpstreamFailure.of(failure) == UpstreamFailure.NO_ANSWER
        ? ReadTimeoutException.INSTANCE
        : failure;
  }
}
