package dev.agora.http.problem;

import java.util.Locale;

/** A reason to say no. Each service has one enum of its own; the constants' order is precedence. */
public interface ProblemCode {

  /** The enum constant's name. */
  String name();

  /** The HTTP status, 400 to 599. */
  int status();

  /** One short sentence, the same for every occurrence. */
  String title();

  /** Whether the same request may succeed later without a change. */
  boolean retryable();

  /** As callers see it: {@code insufficient_credits}. */
  default String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
