package dev.agora.http.problem;

import java.util.Locale;

/** A reason to say no. Each service has one enum of its own; the constants' order is precedence. */
public interface ProblemCode {

  /** The enum constant's name. */
  String name();

  /** What is the same for every occurrence. */
  ProblemTerms terms();

  /** The HTTP status, 400 to 599. */
  default int status() {
    return terms().status();
  }

  /** One short sentence, the same for every occurrence. */
  default String title() {
    return terms().title();
  }

  /** Whether the same request may succeed later without a change. */
  default boolean retryable() {
    return terms().retryable();
  }

  /** As callers see it: {@code insufficient_credits}. */
  default String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
