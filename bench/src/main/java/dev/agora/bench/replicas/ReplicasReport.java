package dev.agora.bench.replicas;

import dev.agora.bench.measure.Rounds;
import dev.agora.bench.system.AuditProcess;
import java.util.ArrayList;
import java.util.List;

/** The lines of docs/benchmarks.md about replicas. */
record ReplicasReport(Rounds rounds, int agents, Counted counted, AuditProcess.Sound audit) {
  static final String ONE = "one replica, 64 connections";
  static final String TWO = "two replicas, 32 connections each";
  static final String ONE_HOT = "one replica, every payment to one agent";
  static final String TWO_HOT = "two replicas, every payment to one agent";

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        ("`POST /credits/transfer` between %,d agents at two ledger services on one database and Kafka, called directly with signed tokens; with"
                + " one replica the other one idles. In turn, median of the rounds. Afterwards each of the %,d payments that were answered is in"
                + " the journal once, PostgreSQL has counted %d deadlocks, and the audit found the %,d entries sound.")
            .formatted(agents, counted.transfers(), counted.deadlocks(), audit.entries()));
    lines.add("");
    lines.addAll(rounds.table());
    lines.add("");
    lines.add("| goal | asks for | reached |");
    lines.add("|---|---|---|");
    lines.add(ratio("two replicas", TWO, ONE));
    lines.add(ratio("two replicas, one payee", TWO_HOT, ONE_HOT));
    return lines;
  }

  private String ratio(String goal, String name, String baseline) {
    return "| %s | >= 0.8 x one | %.2f x |".formatted(goal, rounds.ratio(name, baseline));
  }
}
