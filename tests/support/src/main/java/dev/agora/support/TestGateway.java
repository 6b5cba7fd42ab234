package dev.agora.support;

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
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * Stands in for the gateway where a service is tested alone: publishes a key and signs tokens.
 *
 * <p>Set {@code agora.http.jwks-url} to {@link #jwksUrl()} and send {@link #token} as a bearer
 * token. Tokens live 60 seconds, as the gateway's do, so ask for a new one per test.
 */
public final class TestGateway implements AutoCloseable {

  private static final Duration STALE = Duration.ofMinutes(6);
  private static final Duration LIFETIME = Duration.ofSeconds(60);
  private static final List<String> EVERY_SCOPE =
      List.of("credits:read", "credits:spend", "market:sell", "market:buy", "convert");

  private final ECKey key;
  private final HttpServer server;

  private TestGateway(ECKey key, HttpServer server) {
    this.key = key;
    this.server = server;
  }

  /** Starts one on a free port of the loopback interface. */
  public static TestGateway start() {
    try {
      ECKey key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      byte[] keys = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
      server.createContext("/jwks", exchange -> answer(exchange, keys));
      server.start();
      return new TestGateway(key, server);
    } catch (JOSEException noKey) {
      throw new IllegalStateException("could not make a key", noKey);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /** Where it publishes its public key. */
  public String jwksUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
  }

  /** The key it signs with, for a test that signs something odd. */
  public ECKey key() {
    return key;
  }

  /**
   * A token as the gateway mints it.
   *
   * @param audience the service, such as {@code ledger}
   * @param callerId {@code agt_…}, {@code hum_…} or {@code anonymous}
   * @param roles such as {@code AGENT}
   * @param scopes such as {@code credits:spend}
   */
  public String token(String audience, String callerId, List<String> roles, List<String> scopes) {
    return sign(claims(audience, callerId, roles, scopes).build());
  }

  /** A token with which a service asks another one in the name of an agent with every scope. */
  public String delegatedToken(String actor, String audience, String agentId) {
    return sign(
        claims(audience, agentId, List.of("AGENT"), EVERY_SCOPE)
            .claim("act", Map.of("sub", actor))
            .build());
  }

  private static JWTClaimsSet.Builder claims(
      String audience, String callerId, List<String> roles, List<String> scopes) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer("agora-gateway")
            .audience(audience)
            .subject(callerId)
            .claim("roles", roles)
            .claim("scopes", scopes)
            .expirationTime(Date.from(Instant.now().plus(LIFETIME)));
    if (roles.contains("HUMAN")) {
      claims.claim("auth_time", Instant.now().getEpochSecond());
    }
    return claims;
  }

  /** A token of an agent whose key has every scope. */
  public String agentToken(String audience, String agentId) {
    return token(audience, agentId, List.of("AGENT"), EVERY_SCOPE);
  }

  /** A token of a human with a session that began a moment ago. */
  public String humanToken(String audience, String humanId) {
    return token(audience, humanId, List.of("HUMAN"), List.of());
  }

  /** A token of a human who showed neither password nor passkey for a while. */
  public String staleHumanToken(String audience, String humanId) {
    return staleToken(audience, humanId, List.of("HUMAN"));
  }

  /** Somebody with those roles who showed neither password nor passkey for a while. */
  public String staleToken(String audience, String humanId, List<String> roles) {
    return sign(
        new JWTClaimsSet.Builder()
            .issuer("agora-gateway")
            .audience(audience)
            .subject(humanId)
            .claim("roles", roles)
            .claim("auth_time", Instant.now().minus(STALE).getEpochSecond())
            .expirationTime(Date.from(Instant.now().plus(LIFETIME)))
            .build());
  }

  /** A token of a person who runs the platform. */
  public String operatorToken(String audience, String humanId) {
    return token(audience, humanId, List.of("HUMAN", "OPERATOR"), List.of());
  }

  /** A token of somebody who showed no credential. */
  public String anonymousToken(String audience) {
    return token(audience, "anonymous", List.of("ANONYMOUS"), List.of());
  }

  /** Signs claims of any kind with the published key. */
  public String sign(JWTClaimsSet claims) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
      jwt.sign(new ECDSASigner(key));
      return jwt.serialize();
    } catch (JOSEException unsigned) {
      throw new IllegalStateException("could not sign", unsigned);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
