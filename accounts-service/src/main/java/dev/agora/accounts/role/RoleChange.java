package dev.agora.accounts.role;

import dev.agora.accounts.human.HumanId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A role that one operator wants a human to have or to lose.
 *
 * @param id {@code rch_} and 32 hex digits, in the order of time
 * @param human whom it concerns
 * @param role which
 * @param action what becomes of it
 * @param reason why, for whoever approves
 * @param requestedBy the operator who asked
 * @param requestedAt when
 * @param approvedBy the other operator; null while nobody has
 * @param approvedAt when it took effect; null while it has not
 */
record RoleChange(
    String id,
    HumanId human,
    PlatformRole role,
    Action action,
    String reason,
    HumanId requestedBy,
    Instant requestedAt,
    @Nullable HumanId approvedBy,
    @Nullable Instant approvedAt) {

  /** What becomes of the role. */
  enum Action {
    GRANT,
    REVOKE
  }

  RoleChange approved(HumanId by, Instant at) {
    return new RoleChange(id, human, role, action, reason, requestedBy, requestedAt, by, at);
  }
}
