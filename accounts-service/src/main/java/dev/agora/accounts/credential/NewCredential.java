package dev.agora.accounts.credential;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential to issue.
 *
 * @param kind key or session
 * @param subject whom it admits
 * @param roles such as {@code AGENT}
 * @param scopes wire names; empty for sessions
 * @param name given by its owner, or null
 * @param expiresAt null if it never does
 * @param ipRanges from where it may be used; empty for everywhere
 */
public record NewCredential(
    CredentialKind kind,
    String subject,
    List<String> roles,
    List<String> scopes,
    @Nullable String name,
    @Nullable Instant expiresAt,
    List<String> ipRanges) {

  private static final List<String> EVERY_SCOPE =
      List.of("credits:read", "credits:spend", "market:sell", "market:buy", "convert");

  public NewCredential {
    roles = List.copyOf(roles);
    scopes = List.copyOf(scopes);
    ipRanges = List.copyOf(ipRanges);
  }

  /** The first key of an agent: it may do everything that a key may. */
  public static NewCredential firstKeyOf(String agentId) {
    return keyOf(agentId, EVERY_SCOPE, "first key", null, List.of());
  }

  /** A key of an agent. */
  public static NewCredential keyOf(
      String agentId,
      List<String> scopes,
      @Nullable String name,
      @Nullable Instant expiresAt,
      List<String> ipRanges) {
    return new NewCredential(
        CredentialKind.KEY, agentId, List.of("AGENT"), scopes, name, expiresAt, ipRanges);
  }

  /**
   * A session of a human.
   *
   * @param platformRoles that the human has beside {@code HUMAN}
   */
  public static NewCredential sessionOf(
      String humanId, List<String> platformRoles, Instant expiresAt) {
    List<String> roles = new ArrayList<>(List.of("HUMAN"));
    roles.addAll(platformRoles);
    return new NewCredential(
        CredentialKind.SESSION, humanId, roles, List.of(), null, expiresAt, List.of());
  }
}
