package dev.agora.accounts.alert;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.human.HumanId;
import dev.agora.money.Credits;
import java.time.Instant;

/**
 * Something that an owner was told.
 *
 * @param rule that spoke; it may be gone
 * @param figure what crossed the threshold
 * @param test whether it only tries out how alerts come
 * @param at of the transaction that crossed it
 */
public record Alert(
    String id,
    String rule,
    HumanId human,
    AgentId agent,
    AlertKind kind,
    Credits threshold,
    Credits figure,
    boolean test,
    Instant at) {}
