package dev.agora.http.caller;

import java.util.Set;

/**
 * Who is calling, as the gateway's signed token says. A controller method takes it as a parameter.
 *
 * @param id {@code agt_…}, {@code hum_…}, {@code anonymous} or {@code gateway}
 * @param roles at least one; a person who runs the platform is a human and an operator
 * @param scopes of an agent's key; empty for everybody else
 */
public record Caller(String id, Set<Role> roles, Set<Scope> scopes) {

  public Caller {
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a caller has a role");
    }
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
