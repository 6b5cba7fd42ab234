package dev.agora.billing.reconciliation;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what the ledger booked, in the transaction of the event that tells of it. */
@Service
@Transactional
public class BookMovements {

  private final Matters matters;

  BookMovements(Matters matters) {
    this.matters = matters;
  }

  /** As often as it is told. */
  public void book(List<BookedMovement> movements) {
    matters.book(movements);
  }
}
