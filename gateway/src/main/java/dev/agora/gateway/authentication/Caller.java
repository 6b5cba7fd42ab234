package dev.agora.gateway.authentication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as the internal token will say.
 *
 * @param id {@code agt_…}, {@code hum_…}, {@code anonymous} or {@code gateway}
 * @param roles at least one
 * @param scopes of an agent's key; empty for everybody else
 * @param credentialId by which it proved itself; empty without one
 * @param authenticatedAt when a human last showed a password or a passkey, as far as
 *     accounts-service told; null for everybody else
 */
public record Caller(
    String id,
    List<String> roles,
    List<String> scopes,
    String credentialId,
    @Nullable Instant authenticatedAt) {

  static final Caller ANONYMOUS = new Caller("anonymous", List.of("ANONYMOUS"), List.of(), "");
  static final Caller GATEWAY = new Caller("gateway", List.of("GATEWAY"), List.of(), "");

  /** Somebody who is no human, or of whom nobody told. */
  Caller(String id, List<String> roles, List<String> scopes, String credentialId) {
    this(id, roles, scopes, credentialId, null);
  }

  public Caller {
    roles = List.copyOf(roles);
    scopes = List.copyOf(scopes);
  }
}
