package dev.agora.messaging.relay;

import java.time.Duration;

/** Waiting, given from outside so that tests need not. */
@FunctionalInterface
interface Pause {

  void of(Duration time) throws InterruptedException;
}
