package dev.agora.ledger.audit;

import dev.agora.ledger.journal.EntryRow;
import dev.agora.ledger.journal.TransactionRow;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The journal as a file for hledger, written beside its name until it is complete. It ends with a
 * balance assertion for every account, out of the rows that the ledger keeps up to date, so that
 * {@code hledger check --strict} compares them with the entries on its own.
 */
final class HledgerFile {

  private static final List<String> AGENT = List.of("promotional", "purchased", "earned", "debt");

  private final Path target;
  private final Path unfinished;
  private HledgerText text = new HledgerText(Map.of(), Map.of());
  private @Nullable Writer out;
  private boolean complete;

  HledgerFile(Path target) {
    this.target = target;
    this.unfinished = target.resolveSibling(Objects.requireNonNull(target.getFileName()) + ".part");
  }

  /** Begins, once more if need be. */
  void begin(JdbcMaintainedRows maintained) {
    close();
    text = new HledgerText(maintained.holders(""), maintained.disputeAccounts());
    try {
      out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw impossible(failed);
    }
    write(HledgerText.HEADER);
  }

  void write(RecordedBatch batch) {
    StringBuilder written = new StringBuilder();
    int next = 0;
    for (TransactionRow transaction : batch.transactions()) {
      text.transaction(transaction, written);
      while (next < batch.entries().size()
          && batch.entries().get(next).number() == transaction.number()) {
        EntryRow entry = batch.entries().get(next++);
        text.posting(entry, transaction, written);
      }
      written.append('\n');
    }
    write(written);
  }

  /** Asserts all balances and gives the file its name. */
  void end(JdbcMaintainedRows maintained) {
    assertAll(maintained.wallets(), "agent:%s:", AGENT, "CREDIT");
    assertAll(maintained.holds(), "hold:%s:", AGENT.subList(0, 3), "CREDIT");
    assertAll(maintained.disputes(), "frozen:%s:", AGENT.subList(0, 3), "CREDIT");
    for (String asset : List.of("CREDIT", "USD")) {
      assertAll(maintained.platformSums(asset), "%s", List.of(""), asset);
    }
    close();
    try {
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
      complete = true;
    } catch (IOException failed) {
      throw impossible(failed);
    }
  }

  boolean isComplete() {
    return complete;
  }

  private void close() {
    Writer open = out;
    out = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException failed) {
        throw impossible(failed);
      }
    }
  }

  /** Leaves nothing behind of a file that was not ended. */
  void deleteUnfinished() {
    close();
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException failed) {
      throw impossible(failed);
    }
  }

  /** The balances stand behind a first value that is none. */
  private void assertAll(
      Rows<MaintainedRow> rows, String prefix, List<String> parts, String asset) {
    for (MaintainedRow row = rows.next(); row != null; row = rows.next()) {
      StringBuilder written = new StringBuilder();
      text.balances(
          prefix.formatted(HledgerText.account(row.key())),
          parts,
          row.values().subList(1, parts.size() + 1),
          asset,
          written);
      write(written);
    }
  }

  private void write(CharSequence written) {
    try {
      Objects.requireNonNull(out).append(written);
    } catch (IOException failed) {
      throw impossible(failed);
    }
  }

  private AuditImpossible impossible(IOException failed) {
    return new AuditImpossible(
        "The export %s can not be written: %s.".formatted(target, reason(failed)), failed);
  }

  private static String reason(IOException failed) {
    String message = String.valueOf(failed.getMessage());
    return failed instanceof NoSuchFileException ? "there is no such folder" : message;
  }
}
