package dev.agora.http.caller;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as the gateway's signed token says. A controller method takes it as a parameter.
 *
 * @param id {@code agt_…}, {@code hum_…}, {@code anonymous} or {@code gateway}
 * @param roles at least one; a person who runs the platform is a human and an operator
 * @param scopes of an agent's key; empty for everybody else
 * @param authenticatedAt when a human last showed a password or a passkey; null for everybody else
 * @param actor the service that calls in this caller's name, such as {@code payout}; null where the
 *     caller is there itself ({@link Delegation})
 */
public record Caller(
    String id,
    Set<Role> roles,
    Set<Scope> scopes,
    @Nullable Instant authenticatedAt,
    @Nullable String actor) {

  public Caller {
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a caller has a role");
    }
  }

  /** Somebody who is there and has shown nothing that a human shows. */
  public Caller(String id, Set<Role> roles, Set<Scope> scopes) {
    this(id, roles, scopes, null, null);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
