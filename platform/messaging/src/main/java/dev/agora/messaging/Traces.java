package dev.agora.messaging;

import org.jspecify.annotations.Nullable;

/** Carries a trace over a message: its W3C {@code traceparent} is taken along and put back. */
public interface Traces {

  /** The {@code traceparent} of what runs now, or null outside any trace. */
  @Nullable String current();

  /** Runs work as a part of the trace, under a span of this name. */
  void within(@Nullable String traceparent, String span, Runnable work);

  /** Traces nothing. */
  static Traces none() {
    return new Traces() {
      @Override
      public @Nullable String current() {
        return null;
      }

      @Override
      public void within(@Nullable String traceparent, String span, Runnable work) {
        work.run();
      }
    };
  }
}
