package dev.agora.ledger.proof;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that must hold.
 *
 * @param figures what was compared: credits and dollars as decimals, counts as whole numbers
 */
public record Check(String name, boolean ok, Map<String, String> figures) {

  public Check {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /**
   * A check with its figures.
   *
   * @param figures names and values in turn
   */
  static Check of(String name, boolean ok, Object... figures) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int index = 0; index < figures.length; index += 2) {
      named.put(String.valueOf(figures[index]), String.valueOf(figures[index + 1]));
    }
    return new Check(name, ok, named);
  }
}
