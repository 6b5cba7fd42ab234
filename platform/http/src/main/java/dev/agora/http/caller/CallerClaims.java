package dev.agora.http.caller;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the caller out of a token's claims. */
final class CallerClaims {

  private CallerClaims() {}

  /** Null if they name nobody. Roles and scopes that this release does not know are left out. */
  static @Nullable Caller read(
      @Nullable String subject,
      List<String> roles,
      List<String> scopes,
      @Nullable Instant authenticatedAt,
      @Nullable String actor) {
    Set<Role> known = EnumSet.noneOf(Role.class);
    Arrays.stream(Role.values()).filter(role -> roles.contains(role.name())).forEach(known::add);
    if (subject == null || subject.isBlank() || known.isEmpty()) {
      return null;
    }
    Set<Scope> granted = EnumSet.noneOf(Scope.class);
    scopes.stream().map(Scope::ofWireName).flatMap(Optional::stream).forEach(granted::add);
    return new Caller(subject, known, granted, authenticatedAt, actor);
  }
}
