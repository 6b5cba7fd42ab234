package dev.agora.audit;

import dev.agora.http.caller.CurrentCaller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who sent the request that this thread serves, and from where. */
final class CurrentActor {

  /** Whoever acts without a request: a clock, or news from another service. */
  static final String PLATFORM = "platform";

  private CurrentActor() {}

  static String id() {
    return request().map(request -> CurrentCaller.of(request).id()).orElse(PLATFORM);
  }

  static String source() {
    return request()
        .map(request -> Source.of(request.getHeader(Source.HEADER)).address())
        .orElse(PLATFORM);
  }

  private static Optional<HttpServletRequest> request() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        ? Optional.of(current.getRequest())
        : Optional.empty();
  }
}
