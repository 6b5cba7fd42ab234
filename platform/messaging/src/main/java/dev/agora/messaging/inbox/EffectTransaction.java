package dev.agora.messaging.inbox;

import dev.agora.messaging.failpoint.FailPoints;
import org.springframework.transaction.support.TransactionOperations;

/** The transaction of an effect, with the place at which a crash undoes all of it. */
final class EffectTransaction {

  private final TransactionOperations transaction;
  private final FailPoints failPoints;

  EffectTransaction(TransactionOperations transaction, FailPoints failPoints) {
    this.transaction = transaction;
    this.failPoints = failPoints;
  }

  void run(InboundMessage message, Runnable effect) {
    transaction.executeWithoutResult(
        status -> {
          effect.run();
          failPoints.pass("after-effect-before-commit", message.context().type());
        });
  }
}
