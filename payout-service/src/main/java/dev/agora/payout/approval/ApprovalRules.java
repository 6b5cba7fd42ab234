package dev.agora.payout.approval;

import dev.agora.money.Credits;
import java.util.Optional;

/** The stored rules; at most one for each owner. */
public interface ApprovalRules {

  /** Above which amount the owner wants to be asked; empty for never. */
  Optional<Credits> above(String humanId);

  void set(String humanId, Credits above);

  /** From now on nothing is asked. */
  void remove(String humanId);

  /** Whether a conversion of that much takes the owner's word. */
  default boolean asksFor(String humanId, Credits credits) {
    return above(humanId).filter(above -> credits.compareTo(above) > 0).isPresent();
  }
}
