package dev.agora.gateway.route;

import dev.agora.gateway.problem.EdgeHeadersFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** Drops what concerns only the connection to the service, or the gateway says itself. */
final class ResponseHeaders implements HttpHeadersFilter {

  @Override
  public HttpHeaders filter(HttpHeaders fresh, ServerWebExchange exchange) {
    fresh.remove(HttpHeaders.CONNECTION);
    fresh.remove("Keep-Alive");
    fresh.remove(HttpHeaders.TRANSFER_ENCODING);
    fresh.remove(HttpHeaders.TRAILER);
    fresh.remove(HttpHeaders.SERVER);
    PortalCookie.keep(fresh, exchange);
    fresh.remove(EdgeHeadersFilter.REQUEST_ID);
    return fresh;
  }

  @Override
  public boolean supports(Type type) {
    return type == Type.RESPONSE;
  }
}
