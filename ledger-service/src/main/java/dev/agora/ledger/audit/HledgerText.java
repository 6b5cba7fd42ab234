package dev.agora.ledger.audit;

import dev.agora.ledger.journal.EntryRow;
import dev.agora.ledger.journal.TransactionRow;
import dev.agora.ledger.posting.TransactionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Transactions and balances in hledger's words. */
final class HledgerText {

  static final String HEADER =
      """
      ; The ledger's journal, transaction by transaction; at its end the balances that the ledger keeps.
      ; `hledger check --strict` compares them.
      decimal-mark .
      commodity 1000.000000 CREDIT
      commodity 1000.00 USD

      """;

  private final Map<Long, String> holders;
  private final Map<Long, String> disputes;
  private LocalDate lastDate = LocalDate.EPOCH;

  /**
   * Names accounts.
   *
   * @param holders agents' ids and platform accounts' paths, by number
   * @param disputes disputes' ids by their accounts' numbers
   */
  HledgerText(Map<Long, String> holders, Map<Long, String> disputes) {
    this.holders = Map.copyOf(holders);
    this.disputes = Map.copyOf(disputes);
  }

  /** The first lines of a transaction. */
  void transaction(TransactionRow row, StringBuilder out) {
    Instant at = Instant.EPOCH.plus(row.atMicros(), ChronoUnit.MICROS);
    LocalDate date = at.atOffset(ZoneOffset.UTC).toLocalDate();
    lastDate = date.isAfter(lastDate) ? date : lastDate;
    out.append(date)
        .append(" (")
        .append(TransactionId.of(at, row.number()))
        .append(") ")
        .append(row.kind())
        .append("  ; kind:")
        .append(row.kind())
        .append(", number:")
        .append(row.number())
        .append(", at:")
        .append(at)
        .append('\n');
    tag("posting", row.postingId(), out);
    tag("hold", row.holdId(), out);
    tag("fee", fee(row), out);
    tag("reference", row.reference(), out);
    tag("memo", row.memo(), out);
    tag("details", row.details(), out);
  }

  void posting(EntryRow entry, TransactionRow of, StringBuilder out) {
    out.append("    ")
        .append(account(entry, of))
        .append("  ")
        .append(Amounts.exact(entry.units(), entry.asset()))
        .append('\n');
  }

  /** Asserts the balances of one agent, hold, dispute or platform account. */
  void balances(
      String prefix, List<String> parts, List<Long> balances, String asset, StringBuilder out) {
    for (String part : parts) {
      out.append("account ").append(prefix).append(part).append('\n');
    }
    out.append(lastDate).append(" balances of ").append(prefix).append('\n');
    for (int index = 0; index < parts.size(); index++) {
      out.append("    ")
          .append(prefix)
          .append(parts.get(index))
          .append("  ")
          .append(Amounts.exact(0, asset))
          .append(" = ")
          .append(Amounts.exact(balances.get(index), asset))
          .append('\n');
    }
    out.append('\n');
  }

  static String account(String path) {
    return path.replace('/', ':');
  }

  private String account(EntryRow entry, TransactionRow of) {
    String holder = holders.getOrDefault(entry.holderId(), "holder-" + entry.holderId());
    if (entry.part().equals("WHOLE")) {
      return account(holder);
    }
    String part = entry.part().toLowerCase(Locale.ROOT);
    if (entry.accountId() == entry.holderId()) {
      return "agent:" + holder + ":" + part;
    }
    String dispute = disputes.get(entry.accountId());
    return dispute == null ? "hold:" + of.holdId() + ":" + part : "frozen:" + dispute + ":" + part;
  }

  private static @Nullable String fee(TransactionRow row) {
    Long fee = row.fee();
    String asset = row.feeAsset();
    return fee == null || asset == null
        ? null
        : "%s at %d bps".formatted(Amounts.exact(fee, asset), row.feeBps());
  }

  /** On a line of its own: a comma or a colon within does no harm there, and a new line would. */
  private static void tag(String name, @Nullable String value, StringBuilder out) {
    if (value != null) {
      out.append("    ; ").append(name).append(':');
      for (int index = 0; index < value.length(); index++) {
        char character = value.charAt(index);
        boolean ends =
            Character.isISOControl(character) || character == '\u2028' || character == '\u2029';
        out.append(ends ? ' ' : character);
      }
      out.append('\n');
    }
  }
}
