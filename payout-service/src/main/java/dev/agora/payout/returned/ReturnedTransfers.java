package dev.agora.payout.returned;

import dev.agora.http.page.PageRequest;
import dev.agora.payout.conversion.ConversionId;
import java.util.List;
import java.util.Optional;

/** The stored ones; one for each of Stripe's reversals. */
interface ReturnedTransfers {

  /** Stores one unless there is one of that reversal; false, if so. */
  boolean add(ReturnedTransfer found);

  Optional<ReturnedTransfer> lock(ReturnId id);

  /** Of a conversion, oldest first; Stripe has no end of them, but a person makes each. */
  List<ReturnedTransfer> of(ConversionId conversion);

  /** Those that are not settled, newest first. */
  List<ReturnedTransfer> open(PageRequest page);

  void save(ReturnedTransfer changed);
}
