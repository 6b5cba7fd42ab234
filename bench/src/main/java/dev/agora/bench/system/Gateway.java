package dev.agora.bench.system;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What services believe of the gateway: a key that is published, and tokens signed with it. For
 * measurements that call services directly.
 */
public final class Gateway implements AutoCloseable {
  /** Longer than any measurement; the services are started to believe it. */
  static final Duration LIFETIME = Duration.ofHours(6);

  private final ECKey key;
  private final HttpServer server;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  private Gateway(ECKey key, HttpServer server) {
    this.key = key;
    this.server = server;
  }

  /** Publishes a new key on a free port of the loopback interface. */
  public static Gateway start() throws IOException, JOSEException {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    byte[] published = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/jwks", exchange -> answer(exchange, published));
    server.start();
    return new Gateway(key, server);
  }

  /** The token of an agent that may do everything at the ledger; the same at each call. */
  public String tokenOf(String agent) {
    return tokens.computeIfAbsent(agent, this::sign);
  }

  String jwksUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String sign(String agent) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer("agora-gateway")
            .audience("ledger")
            .subject(agent)
            .claim("roles", List.of("AGENT"))
            .claim("scopes", List.of("credits:read", "credits:spend"))
            .expirationTime(Date.from(Instant.now().plus(LIFETIME)))
            .build();
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException unsigned) {
      throw new IllegalStateException("a token could not be signed", unsigned);
    }
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
