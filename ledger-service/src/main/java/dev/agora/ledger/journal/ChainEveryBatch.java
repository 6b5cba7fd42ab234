package dev.agora.ledger.journal;

import org.springframework.stereotype.Component;

/** The ledger's own answer. */
@Component
class ChainEveryBatch implements Chaining {

  @Override
  public boolean isWanted() {
    return true;
  }
}
