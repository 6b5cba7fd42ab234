package dev.agora.gateway.route;

import dev.agora.gateway.problem.GatewayProblem;
import dev.agora.gateway.problem.GatewayProblemException;
import dev.agora.gateway.problem.ProblemAnswers;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses a body over the route's limit: at once by its stated length, else while it arrives. */
@Component
class BodyLimitFilter implements GlobalFilter, Ordered {

  private final ProblemAnswers problems;

  BodyLimitFilter(ProblemAnswers problems) {
    this.problems = problems;
  }

  @Override
  public int getOrder() {
    return FilterOrder.BODY_LIMIT;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    long bytesMax = RouteRow.of(exchange).bodyMax().toBytes();
    if (headers.getContentLength() > bytesMax) {
      return problems.write(exchange, GatewayProblem.BODY_TOO_LARGE, tooLarge(bytesMax));
    }
    if (headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
      ServerHttpRequest counted = new CountedRequest(exchange.getRequest(), bytesMax);
      return chain.filter(exchange.mutate().request(counted).build());
    }
    return chain.filter(exchange);
  }

  private static String tooLarge(long bytesMax) {
    return "This route takes bodies of at most " + bytesMax / 1024 + " KiB.";
  }

  /** A request whose body fails once it is longer than it may be. */
  private static final class CountedRequest extends ServerHttpRequestDecorator {

    private final long bytesMax;

    private CountedRequest(ServerHttpRequest request, long bytesMax) {
      super(request);
      this.bytesMax = bytesMax;
    }

    @Override
    public Flux<DataBuffer> getBody() {
      AtomicLong bytes = new AtomicLong();
      return super.getBody()
          .handle(
              (buffer, sink) -> {
                if (bytes.addAndGet(buffer.readableByteCount()) > bytesMax) {
                  DataBufferUtils.release(buffer);
                  sink.error(
                      new GatewayProblemException(
                          GatewayProblem.BODY_TOO_LARGE, tooLarge(bytesMax)));
                } else {
                  sink.next(buffer);
                }
              });
    }
  }
}
