package dev.agora.ledger.journal;

import java.util.List;

/** Decides the requests of one transaction; runs within it. */
@FunctionalInterface
interface Decisions {

  BatchRun.Result decide(List<Ticket> tickets);
}
