package dev.agora.portal.session;

import dev.agora.portal.api.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Reads what the gateway says of the visitor; nobody else reaches the portal. */
@Component
class CurrentVisitor implements Visitor {

  private static final String SOURCE = "X-Agora-Source";

  @Override
  public Optional<String> address() {
    return header(SOURCE);
  }

  @Override
  public Optional<String> browser() {
    return header(HttpHeaders.USER_AGENT);
  }

  private static Optional<String> header(String name) {
    return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
        .filter(ServletRequestAttributes.class::isInstance)
        .map(ServletRequestAttributes.class::cast)
        .map(ServletRequestAttributes::getRequest)
        .map((HttpServletRequest request) -> request.getHeader(name));
  }
}
