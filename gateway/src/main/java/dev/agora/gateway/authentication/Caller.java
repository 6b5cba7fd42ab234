package dev.agora.gateway.authentication;

import java.util.List;

/**
 * Who is calling, as the internal token will say.
 *
 * @param id {@code agt_…}, {@code hum_…}, {@code anonymous} or {@code gateway}
 * @param roles at least one
 * @param scopes of an agent's key; empty for everybody else
 * @param credentialId by which it proved itself; empty without one
 */
public record Caller(String id, List<String> roles, List<String> scopes, String credentialId) {

  static final Caller ANONYMOUS = new Caller("anonymous", List.of("ANONYMOUS"), List.of(), "");
  static final Caller GATEWAY = new Caller("gateway", List.of("GATEWAY"), List.of(), "");

  public Caller {
    roles = List.copyOf(roles);
    scopes = List.copyOf(scopes);
  }
}
