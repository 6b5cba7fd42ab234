package dev.agora.ledger.audit;

import java.util.function.LongFunction;

/** How an operator knows a row: by the ids that the API shows, beside the key of its table. */
final class Names {

  private final LongFunction<String> holders;

  /**
   * Names of holders.
   *
   * @param holders finds an agent's id or a platform account's path
   */
  Names(LongFunction<String> holders) {
    this.holders = holders;
  }

  String holder(long id) {
    return holders.apply(id) + " (holder " + id + ")";
  }

  String entry(long holder, long version, long number, long line) {
    return "%s, version %d: line %d of transaction %d"
        .formatted(holder(holder), version, line, number);
  }
}
