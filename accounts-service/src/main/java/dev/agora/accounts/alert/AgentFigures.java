package dev.agora.accounts.alert;

import dev.agora.accounts.agent.AgentId;
import dev.agora.money.Credits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An agent's credits after a transaction, as the ledger tells them.
 *
 * @param available what it may spend
 * @param spentToday in the day of the transaction, UTC
 * @param spentThisMonth in its month
 * @param version tells newer figures from older ones
 * @param at of the transaction
 */
public record AgentFigures(
    AgentId agent,
    Credits available,
    Credits spentToday,
    Credits spentThisMonth,
    long version,
    Instant at) {

  LocalDate day() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  LocalDate month() {
    return day().withDayOfMonth(1);
  }
}
