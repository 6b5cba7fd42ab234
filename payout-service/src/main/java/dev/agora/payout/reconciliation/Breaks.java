package dev.agora.payout.reconciliation;

import dev.agora.http.page.PageRequest;
import dev.agora.payout.reconciliation.Break.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The stored differences. */
interface Breaks {

  /** All that a complete look at transfers has found; what it has not found is mended. */
  void found(Collection<Break> breaks);

  /** One of a kind that is looked for subject by subject. */
  void found(Kind kind, String subject, String detail);

  /** There is none of that kind, or none any more. */
  void mended(Kind kind, String subject);

  Map<Kind, Integer> open();

  /** Those that are not mended, by kind and subject. */
  List<Break> page(PageRequest page);
}
