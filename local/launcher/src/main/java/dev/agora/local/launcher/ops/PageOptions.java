package dev.agora.local.launcher.ops;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which page of a list. */
final class PageOptions {

  @Option(names = "--limit", description = "So many at most, 1 to 100 (default 20).")
  private int limit = 20;

  @Option(names = "--cursor", description = "The page after this one.")
  private String cursor = "";

  /** The query of a path, with these besides; empty values are left out. */
  String query(Map<String, String> filters) {
    Map<String, String> all = new TreeMap<>(filters);
    all.put("limit", Integer.toString(limit));
    all.put("cursor", cursor);
    return all.entrySet().stream()
        .filter(one -> !one.getValue().isEmpty())
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }
}
