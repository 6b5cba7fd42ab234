package dev.agora.portal.api;

import java.util.List;

/** A conversion that rules stopped. */
public record ConversionReview(Conversion conversion, String human, List<Finding> findings) {

  /** Why. */
  public record Finding(String rule, String words) {}
}
