package dev.agora.payout.reconciliation;

import dev.agora.http.page.PageRequest;
import dev.agora.payout.reconciliation.Break.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The stored differences. */
interface Breaks {

  /** All that a complete look has found; what it has not found is mended. */
  void found(Collection<Break> breaks);

  Map<Kind, Integer> open();

  /** Those that are not mended, by kind and subject. */
  List<Break> page(PageRequest page);
}
