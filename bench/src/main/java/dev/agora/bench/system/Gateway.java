package dev.agora.bench.system;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.agora.local.launcher.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What services believe of the gateway: a key that is published, and tokens signed with it. For
 * measurements that call services directly.
 */
public final class Gateway implements AutoCloseable {

  /** A token names one service; services refuse one that names several. */
  private record Use(String agent, Part service) {}

  /** Longer than any measurement; the services are started to believe it. */
  public static final Duration LIFETIME = Duration.ofHours(6);

  private final ECKey key;
  private final HttpServer server;
  private volatile @Nullable URI other;
  private final Map<Use, String> tokens = new ConcurrentHashMap<>();

  private Gateway(ECKey key, HttpServer server) {
    this.key = key;
    this.server = server;
  }

  /** Publishes a new key on a free port of the loopback interface. */
  public static Gateway start() throws IOException, JOSEException {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Gateway gateway = new Gateway(key, server);
    server.createContext("/jwks", exchange -> answer(exchange, gateway.published()));
    server.start();
    return gateway;
  }

  /** The token of an agent that may do everything at that service; the same at each call. */
  public String tokenOf(String agent, Part service) {
    return tokens.computeIfAbsent(new Use(agent, service), this::sign);
  }

  /** Publishes the keys of another gateway, too: services then believe both. */
  public void alsoPublish(URI jwks) {
    other = jwks;
  }

  /** Where services find the keys. */
  public String jwksUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private byte[] published() throws IOException {
    List<JWK> keys = new ArrayList<>(List.of(key));
    URI more = other;
    try {
      if (more != null) {
        keys.addAll(JWKSet.load(more.toURL()).getKeys());
      }
    } catch (ParseException unreadable) {
      throw new IOException("no keys at " + more, unreadable);
    }
    return new JWKSet(keys).toString().getBytes(StandardCharsets.UTF_8);
  }

  private String sign(Use use) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer("agora-gateway")
            .audience(use.service().name().toLowerCase(Locale.ROOT))
            .subject(use.agent())
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
