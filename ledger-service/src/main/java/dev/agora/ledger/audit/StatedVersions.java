package dev.agora.ledger.audit;

import dev.agora.ledger.journal.EntryRow;
import dev.agora.ledger.journal.TransactionRow;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a transaction's row leads to the statement lines of its payer and its payee. */
final class StatedVersions {

  private StatedVersions() {}

  /** What is wrong with it, or null. */
  static @Nullable Finding wrong(TransactionRow transaction, List<EntryRow> entries) {
    Finding wrong =
        wrong(
            transaction.number(),
            "payer",
            of(transaction.payerId(), entries),
            transaction.payerVersion());
    return wrong == null
        ? wrong(
            transaction.number(),
            "payee",
            of(transaction.payeeId(), entries),
            transaction.payeeVersion())
        : wrong;
  }

  private static @Nullable Finding wrong(
      long number, String side, @Nullable Long expected, @Nullable Long found) {
    return Objects.equals(expected, found)
        ? null
        : new Finding(
            "journal",
            "transaction " + number,
            "%s_version %s".formatted(side, expected),
            "%s_version %s".formatted(side, found),
            "It is the version of the %s's statement line, and null without one.".formatted(side));
  }

  private static @Nullable Long of(@Nullable Long holder, List<EntryRow> entries) {
    if (holder != null) {
      for (EntryRow entry : entries) {
        if (entry.holderId() == holder && entry.statement() != null) {
          return entry.version();
        }
      }
    }
    return null;
  }
}
