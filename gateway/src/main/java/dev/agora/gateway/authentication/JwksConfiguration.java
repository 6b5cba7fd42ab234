package dev.agora.gateway.authentication;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Publishes the public keys on the management port, where only services come.
 *
 * <p>Public only because Boot names it in {@code ManagementContextConfiguration.imports}.
 */
@ManagementContextConfiguration(value = ManagementContextType.ANY, proxyBeanMethods = false)
public class JwksConfiguration {

  private static final MediaType JWK_SET = MediaType.parseMediaType("application/jwk-set+json");

  @Bean
  RouterFunction<ServerResponse> jwks(SigningKey key) {
    String keys = key.publicKeys();
    return RouterFunctions.route()
        .GET("/jwks", request -> ServerResponse.ok().contentType(JWK_SET).bodyValue(keys))
        .build();
  }
}
