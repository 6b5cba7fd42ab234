package dev.agora.portal.transaction;

import dev.agora.portal.api.Agent;
import dev.agora.portal.api.Listed;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which movements of which agent.
 *
 * @param from first day, as {@code 2026-11-29}
 * @param to last day, included
 */
record Filter(
    String agent,
    String kind,
    String counterparty,
    String reference,
    String from,
    String to,
    String cursor) {

  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final String PAGE_SIZE = "50";

  /** What is asked for; the first agent, if none is. */
  static Filter of(Map<String, String> asked, @Nullable Listed<Agent> agents) {
    String agent = asked.getOrDefault("agent", "");
    if (agent.isEmpty() && agents != null && !agents.items().isEmpty()) {
      agent = agents.items().getFirst().id();
    }
    return new Filter(
        agent,
        asked.getOrDefault("kind", ""),
        asked.getOrDefault("counterparty", "").strip(),
        asked.getOrDefault("reference", "").strip(),
        day(asked.getOrDefault("from", "")),
        day(asked.getOrDefault("to", "")),
        asked.getOrDefault("cursor", ""));
  }

  public boolean isReady() {
    return !agent.isEmpty();
  }

  /** The address of the page after this one, or of a file. */
  public String address(String path, String otherCursor) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    asked(otherCursor).forEach(address::queryParam);
    return address.encode().toUriString();
  }

  Map<String, String> forApi() {
    Map<String, String> filter = forCsv();
    filter.put("limit", PAGE_SIZE);
    put(filter, "cursor", cursor);
    return filter;
  }

  Map<String, String> forCsv() {
    Map<String, String> filter = new TreeMap<>();
    put(filter, "agent", agent);
    put(filter, "kind", kind);
    put(filter, "counterparty", counterparty);
    put(filter, "reference", reference);
    put(filter, "from", from.isEmpty() ? "" : from + "T00:00:00Z");
    put(filter, "to", to.isEmpty() ? "" : to + "T23:59:59.999999Z");
    return filter;
  }

  private Map<String, String> asked(String otherCursor) {
    Map<String, String> asked = new TreeMap<>();
    put(asked, "agent", agent);
    put(asked, "kind", kind);
    put(asked, "counterparty", counterparty);
    put(asked, "reference", reference);
    put(asked, "from", from);
    put(asked, "to", to);
    put(asked, "cursor", otherCursor);
    return asked;
  }

  private static String day(String written) {
    return written.matches(DAY) ? written : "";
  }

  private static void put(Map<String, String> map, String name, String value) {
    if (!value.isEmpty()) {
      map.put(name, value);
    }
  }
}
