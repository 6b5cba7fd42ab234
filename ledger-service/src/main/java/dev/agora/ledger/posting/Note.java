package dev.agora.ledger.posting;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Words that go with a transaction and change nothing.
 *
 * @param reference the caller's own id of the matter
 * @param memo for people
 * @param details names and values, sorted by name so that the journal's hash is stable
 */
public record Note(@Nullable String reference, @Nullable String memo, Map<String, String> details) {

  public static final Note NONE = new Note(null, null, Map.of());

  public Note {
    SortedMap<String, String> sorted = new TreeMap<>(details);
    details = Collections.unmodifiableSortedMap(sorted);
  }

  public static Note reference(String reference) {
    return new Note(reference, null, Map.of());
  }

  public static Note details(Map<String, String> details) {
    return new Note(null, null, details);
  }
}
