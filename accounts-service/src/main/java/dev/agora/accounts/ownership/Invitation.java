package dev.agora.accounts.ownership;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.human.HumanId;
import java.time.Instant;

/**
 * That an owner wants a human to be linked to an agent.
 *
 * @param id {@code inv_} and 32 hex digits
 * @param agent to which
 * @param emailKey the human's address, in the form in which two are compared
 * @param asPrimary whether the human becomes the owner
 * @param invitedBy the owner, who has to be it still when it is accepted
 * @param createdAt when
 * @param expiresAt until when it can be accepted
 */
record Invitation(
    String id,
    AgentId agent,
    String emailKey,
    boolean asPrimary,
    HumanId invitedBy,
    Instant createdAt,
    Instant expiresAt) {}
