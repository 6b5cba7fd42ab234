package dev.agora.ledger.journal;

import dev.agora.ledger.account.Account;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.posting.Entry;
import dev.agora.ledger.posting.Fee;
import dev.agora.ledger.posting.Lot;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.StatementLine;
import dev.agora.ledger.posting.Transaction;
import dev.agora.ledger.posting.Wallet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of one batch, in the order in which it was decided.
 *
 * @param transactions by number
 * @param entries by number and line
 */
record BatchRows(List<TransactionRow> transactions, List<EntryRow> entries) {

  private static final JsonMapper JSON = JsonMapper.shared();

  static BatchRows of(List<Outcome.Accepted> accepted, AccountIds ids) {
    List<TransactionRow> transactions = new ArrayList<>();
    List<EntryRow> entries = new ArrayList<>();
    for (Outcome.Accepted posted : accepted) {
      transactions.add(row(posted, ids));
      int line = 0;
      for (Entry entry : posted.entries()) {
        entries.add(row(posted.transaction().number(), line++, entry, ids));
      }
    }
    return new BatchRows(transactions, entries);
  }

  private static TransactionRow row(Outcome.Accepted posted, AccountIds ids) {
    Transaction transaction = posted.transaction();
    Fee fee = transaction.fee();
    Map<String, String> details = transaction.note().details();
    return new TransactionRow(
        transaction.number(),
        transaction.postingId().value(),
        transaction.kind().name(),
        Micros.of(transaction.at()),
        ids.ofNullable(transaction.payer()),
        ids.ofNullable(transaction.payee()),
        transaction.hold() == null ? null : transaction.hold().value(),
        transaction.amount().micros(),
        fee == null ? null : fee.asset().name(),
        fee == null ? null : fee.units(),
        fee == null ? null : (long) fee.rate().basisPoints(),
        transaction.note().reference(),
        transaction.note().memo(),
        details.isEmpty() ? null : JSON.writeValueAsString(details),
        stated(posted.entries(), transaction.payer()),
        stated(posted.entries(), transaction.payee()));
  }

  /** The version of the agent's statement line among the entries. */
  private static @Nullable Long stated(List<Entry> entries, @Nullable AgentId agent) {
    for (Entry entry : entries) {
      StatementLine line = entry.statement();
      if (line != null && line.after().agent().equals(agent)) {
        return entry.version();
      }
    }
    return null;
  }

  private static EntryRow row(long number, int line, Entry entry, AccountIds ids) {
    Account account = entry.account();
    return new EntryRow(
        number,
        line,
        ids.holderOf(account),
        entry.version(),
        ids.of(account),
        part(account),
        account.asset().name(),
        lot(entry.lot()),
        entry.units(),
        entry.balanceAfter(),
        row(entry.statement()));
  }

  private static String part(Account account) {
    return switch (account) {
      case Account.AgentBucket bucket -> bucket.bucket().name();
      case Account.HoldBucket bucket -> bucket.bucket().name();
      case Account.FrozenBucket bucket -> bucket.bucket().name();
      case Account.AgentDebt debt -> "DEBT";
      case PlatformAccount platform -> "WHOLE";
    };
  }

  private static @Nullable Long lot(@Nullable Lot lot) {
    return lot == null || lot.equals(Lot.SEASONED) ? null : (Long) lot.number();
  }

  private static @Nullable StatementRow row(@Nullable StatementLine line) {
    if (line == null) {
      return null;
    }
    Wallet after = line.after();
    return new StatementRow(
        line.availableChange().micros(),
        line.heldChange().micros(),
        after.lots().in(Bucket.PROMOTIONAL).micros(),
        after.lots().in(Bucket.PURCHASED).micros(),
        after.lots().in(Bucket.EARNED).micros(),
        after.debt().micros(),
        after.held().micros(),
        after.frozen().micros());
  }
}
