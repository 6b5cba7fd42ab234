package dev.agora.accounts.human;

import java.time.Instant;

/**
 * A person with an account.
 *
 * @param id names it for ever
 * @param email as the person wrote it
 * @param emailConfirmed whether the person is known to read mail there
 * @param name what to call the person
 * @param version counts changes, from 1
 * @param createdAt when the person signed up
 */
public record Human(
    HumanId id,
    String email,
    boolean emailConfirmed,
    String name,
    long version,
    Instant createdAt) {}
