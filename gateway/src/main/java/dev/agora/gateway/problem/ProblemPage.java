package dev.agora.gateway.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;

/** A problem as people read it, whose browser asked for a page of the portal. */
@Component
class ProblemPage {

  static final MediaType TYPE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  /** Its style is the one of the API's pages, which the gateway serves itself. */
  static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final String PORTAL = "/portal";

  private final String template;

  ProblemPage() {
    try {
      template = new ClassPathResource("problem.html").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException("the gateway's jar lacks problem.html", missing);
    }
  }

  /** Whether a person waits for the answer: programs say that they accept JSON, or anything. */
  boolean suits(ServerHttpRequest request) {
    String path = request.getURI().getRawPath();
    return (path.equals(PORTAL) || path.startsWith(PORTAL + "/"))
        && request.getHeaders().getOrEmpty("Accept").stream()
            .anyMatch(accepted -> accepted.contains(MediaType.TEXT_HTML_VALUE));
  }

  byte[] render(ServerWebExchange exchange, GatewayProblem problem, String detail) {
    ServerHttpRequest request = exchange.getRequest();
    // A form is not sent again by a link: whoever was paying looks first.
    String again =
        request.getMethod().equals(HttpMethod.GET) ? request.getURI().getRawPath() : PORTAL;
    String page =
        template
            .replace("{title}", HtmlUtils.htmlEscape(problem.title()))
            .replace("{detail}", HtmlUtils.htmlEscape(detail))
            .replace("{again}", HtmlUtils.htmlEscape(again))
            .replace("{request}", HtmlUtils.htmlEscape(EdgeHeadersFilter.requestId(exchange)));
    return page.getBytes(StandardCharsets.UTF_8);
  }
}
