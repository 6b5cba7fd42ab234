package dev.agora.payout.reconciliation;

import dev.agora.money.Usd;
import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.conversion.MoveConversion;
import dev.agora.payout.reconciliation.Break.Kind;
import dev.agora.payout.returned.NoticeReturns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One comparison, from the newest transfer to the oldest within reach. */
final class CompareTransfers {

  /** A million transfers; beyond that the reach is wrong for the volume. */
  private static final int PAGES_MAX = 10_000;

  private static final int ROWS_AT_ONCE = 1_000;

  private final TransferList list;
  private final JdbcExpectations expectations;
  private final MoveConversion moveConversion;
  private final NoticeReturns noticeReturns;
  private final Instant now;
  private final List<Break> breaks = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> conversions = new HashSet<>();

  CompareTransfers(
      TransferList list,
      JdbcExpectations expectations,
      MoveConversion moveConversion,
      NoticeReturns noticeReturns,
      Instant now) {
    this.list = list;
    this.expectations = expectations;
    this.moveConversion = moveConversion;
    this.noticeReturns = noticeReturns;
    this.now = now;
  }

  /** All differences; empty if Stripe did not tell all. */
  Optional<Collection<Break>> compare(Instant since, Instant settled) {
    String after = null;
    for (int page = 0; page < PAGES_MAX; page++) {
      Optional<List<ListedTransfer>> transfers = list.page(since, after);
      if (transfers.isEmpty()) {
        return Optional.empty();
      }
      if (transfers.get().isEmpty()) {
        missing(since, settled);
        breaks.addAll(expectations.late(settled, now));
        return Optional.of(breaks);
      }
      look(transfers.get());
      after = transfers.get().getLast().transferId();
    }
    return Optional.empty();
  }

  private void look(List<ListedTransfer> transfers) {
    Map<String, Expected> expected =
        expectations.of(
            transfers.stream()
                .map(ListedTransfer::conversion)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList());
    for (ListedTransfer transfer : transfers) {
      String conversion = transfer.conversion();
      seen.add(transfer.transferId());
      look(transfer, conversion == null ? null : expected.get(conversion));
    }
  }

  private void look(ListedTransfer transfer, @Nullable Expected expected) {
    if (expected == null || (expected.transferId() == null && !expected.pending())) {
      found(Kind.NOT_OURS, transfer.transferId(), "to " + transfer.destination());
      return;
    }
    if (!conversions.add(expected.conversion())
        || isAnother(transfer.transferId(), expected.transferId())) {
      found(Kind.SECOND_TRANSFER, expected.conversion(), transfer.transferId());
    }
    if (!transfer.amount().equals(expected.amount())
        || !transfer.destination().equals(expected.destination())) {
      found(
          Kind.WRONG_TRANSFER,
          expected.conversion(),
          "%s of $%s to %s, not $%s to %s"
              .formatted(
                  transfer.transferId(),
                  transfer.amount(),
                  transfer.destination(),
                  expected.amount(),
                  expected.destination()));
    }
    if (transfer.reversed().isPositive()) {
      reversed(expected.conversion(), transfer);
    }
  }

  private void reversed(String conversion, ListedTransfer transfer) {
    ConversionId id = new ConversionId(conversion);
    Usd sum = transfer.reversed();
    moveConversion.reversed(id, sum);
    if (noticeReturns.notice(id, transfer.transferId(), sum)) {
      found(Kind.REVERSED, conversion, "of $" + sum + " that went back something is owed");
    }
  }

  private void missing(Instant since, Instant settled) {
    List<Expected> done = expectations.done(since, settled, "", ROWS_AT_ONCE);
    while (!done.isEmpty()) {
      for (Expected expected : done) {
        String transfer = expected.transferId();
        if (transfer != null && !seen.contains(transfer)) {
          found(Kind.NOT_THERE, expected.conversion(), transfer);
        }
      }
      done = expectations.done(since, settled, done.getLast().conversion(), ROWS_AT_ONCE);
    }
  }

  private static boolean isAnother(String transfer, @Nullable String expected) {
    return expected != null && !expected.equals(transfer);
  }

  private void found(Kind kind, String subject, String detail) {
    breaks.add(new Break(kind, subject, detail, now, null));
  }
}
