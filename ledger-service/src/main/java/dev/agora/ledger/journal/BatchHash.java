package dev.agora.ledger.journal;

import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over the hash before it and the columns of a batch's transactions and entries, each in
 * the order of the records' components, but for the versions of a transaction's statement lines;
 * {@link DigestInput} says in which bytes.
 *
 * @param hex 64 digits
 */
public record BatchHash(String hex) {

  public static BatchHash of(byte[] bytes) {
    return new BatchHash(HexFormat.of().formatHex(bytes));
  }

  public static BatchHash after(
      BatchHash previous, List<TransactionRow> transactions, List<EntryRow> entries) {
    DigestInput input = new DigestInput();
    input.add(previous.bytes());
    transactions.forEach(row -> add(input, row));
    entries.forEach(row -> add(input, row));
    return of(input.hash());
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  private static void add(DigestInput input, TransactionRow row) {
    input.add(row.number());
    input.add(row.postingId());
    input.add(row.kind());
    input.add(row.atMicros());
    input.add(row.payerId());
    input.add(row.payeeId());
    input.add(row.holdId());
    input.add(row.amount());
    input.add(row.feeAsset());
    input.add(row.fee());
    input.add(row.feeBps());
    input.add(row.reference());
    input.add(row.memo());
    input.add(row.details());
  }

  private static void add(DigestInput input, EntryRow row) {
    input.add(row.number());
    input.add(row.line());
    input.add(row.holderId());
    input.add(row.version());
    input.add(row.accountId());
    input.add(row.part());
    input.add(row.asset());
    input.add(row.lot());
    input.add(row.units());
    input.add(row.balanceAfter());
    StatementRow statement = row.statement();
    input.addPresence(statement != null);
    if (statement != null) {
      input.add(statement.availableChange());
      input.add(statement.heldChange());
      input.add(statement.promotionalAfter());
      input.add(statement.purchasedAfter());
      input.add(statement.earnedAfter());
      input.add(statement.debtAfter());
      input.add(statement.heldAfter());
      input.add(statement.frozenAfter());
    }
  }
}
