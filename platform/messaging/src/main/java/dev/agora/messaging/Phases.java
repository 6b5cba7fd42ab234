package dev.agora.messaging;

import org.springframework.context.SmartLifecycle;

/**
 * The order of starting, and backwards of stopping. All come after the web server has stopped: it
 * leaves at {@code DEFAULT_PHASE - 2048}.
 */
public final class Phases {

  /** Stop taking messages in, finish the current one. */
  public static final int INBOX = SmartLifecycle.DEFAULT_PHASE - 3000;

  /** Then stop acting on deadlines. */
  public static final int SWEEPER = SmartLifecycle.DEFAULT_PHASE - 4000;

  /** Then publish what was committed, and leave. */
  public static final int RELAY = SmartLifecycle.DEFAULT_PHASE - 5000;

  /** Partitions are there before anything is written to them. */
  public static final int PARTITIONS = SmartLifecycle.DEFAULT_PHASE - 6000;

  private Phases() {}
}
