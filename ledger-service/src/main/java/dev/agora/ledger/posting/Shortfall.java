package dev.agora.ledger.posting;

import dev.agora.money.Credits;

/**
 * The figures that go with a refusal for want of credits.
 *
 * @param available what the agent may spend
 * @param missing of the amount asked for
 * @param convertible what the agent could convert
 */
public record Shortfall(Credits available, Credits missing, Credits convertible)
    implements Grounds {}
