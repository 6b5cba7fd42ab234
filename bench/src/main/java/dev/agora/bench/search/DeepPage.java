package dev.agora.bench.search;

import dev.agora.bench.measure.HttpConnection;
import java.io.IOException;
import java.net.URI;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page of a list, found as a caller finds it: from page to page.
 *
 * @param query with the cursor of the page before
 */
record DeepPage(String query) implements Query {

  private static final int PER_STEP = 100;
  private static final int PER_PAGE = 20;
  private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

  @Override
  public String of(RandomGenerator random) {
    return query;
  }

  /** The page of that number, or the last one if there are fewer, of a sort's list. */
  static DeepPage find(URI market, String token, String sort, int page) throws IOException {
    String cursor = "";
    try (HttpConnection connection = new HttpConnection(market)) {
      int left = (page - 1) * PER_PAGE;
      while (left > 0) {
        int step = Math.min(left, PER_STEP);
        String path = "/api/v1/marketplace/services?sort=" + sort + "&limit=" + step + cursor;
        Matcher next = NEXT.matcher(connection.get(path, token).body());
        if (!next.find()) {
          break;
        }
        cursor = "&cursor=" + next.group(1);
        left -= step;
      }
    }
    return new DeepPage("sort=" + sort + cursor);
  }
}
