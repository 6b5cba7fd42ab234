package dev.agora.ledger.limit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The {@code ETag} of something that counts its versions, and the condition {@code If-Match}. */
final class VersionTag {

  private VersionTag() {}

  static String of(long version) {
    return "\"" + version + "\"";
  }

  /**
   * The condition that a request carries.
   *
   * @param ifMatch the header's value: one tag or several, or {@code *}; null if it was not sent,
   *     which admits every version
   */
  record Condition(@Nullable String ifMatch) {

    /** Admits every version. */
    static final Condition NONE = new Condition(null);

    /** Whether something of that version may be changed. */
    boolean admits(long version) {
      return ifMatch == null
          || Arrays.stream(ifMatch.split(","))
              .map(String::strip)
              .anyMatch(tag -> tag.equals("*") || tag.equals(of(version)));
    }
  }
}
