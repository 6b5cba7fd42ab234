package dev.agora.stripesimulator.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stripe's list pages: newest first, {@code limit}, {@code starting_after}, {@code created}. */
public final class Paging {
  private static final int DEFAULT_LIMIT = 10;
  private static final int LARGEST_LIMIT = 100;
  private static final int V2_DEFAULT_LIMIT = 20;

  /** The parameter that the address of a further page of v2 has. */
  static final String V2_PAGE = "page";

  private Paging() {}

  /**
   * The page the call asks for out of what matches everything but page, time and plain filters.
   *
   * @param filters parameters that are fields of the objects, and must be equal where they are
   *     given
   */
  public static JsonObject page(Call call, Stream<JsonObject> newestFirst, String... filters) {
    Stream<JsonObject> matching =
        newestFirst
            .filter(object -> createdMatches(call, object))
            .filter(object -> Stream.of(filters).allMatch(field -> equal(call, object, field)));
    int limit = limit(call, DEFAULT_LIMIT);
    String after = call.text("starting_after");
    String before = call.text("ending_before");
    if (before != null) {
      List<JsonObject> newer = matching.takeWhile(object -> !hasId(object, before)).toList();
      List<JsonObject> nearest = newer.subList(Math.max(0, newer.size() - limit), newer.size());
      return list(call.path(), nearest, newer.size() > limit);
    }
    List<JsonObject> upToOneMore = behind(after, matching).limit(limit + 1L).toList();
    boolean more = upToOneMore.size() > limit;
    return list(call.path(), more ? upToOneMore.subList(0, limit) : upToOneMore, more);
  }

  /** The same as v2 pages: no times, and the address of the next page in the answer. */
  public static JsonObject pageV2(Call call, Stream<JsonObject> newestFirst) {
    int limit = limit(call, V2_DEFAULT_LIMIT);
    List<JsonObject> upToOneMore =
        behind(call.text(V2_PAGE), newestFirst).limit(limit + 1L).toList();
    boolean more = upToOneMore.size() > limit;
    List<JsonObject> found = more ? upToOneMore.subList(0, limit) : upToOneMore;
    return Draft.object()
        .set("data", copies(found))
        .set("next_page_url", more ? next(call, Json.requiredText(found.getLast(), "id")) : null)
        .set("previous_page_url", null)
        .json();
  }

  private static String next(Call call, String last) {
    String kept =
        call.params().entrySet().stream()
            .filter(param -> param.getValue().isJsonPrimitive() && !param.getKey().equals(V2_PAGE))
            .map(param -> param.getKey() + "=" + encoded(param.getValue().getAsString()) + "&")
            .collect(Collectors.joining());
    return call.path() + "?" + kept + V2_PAGE + "=" + encoded(last);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Stream<JsonObject> behind(@Nullable String id, Stream<JsonObject> all) {
    return id == null ? all : all.dropWhile(object -> !hasId(object, id)).skip(1);
  }

  /** A whole list as Stripe embeds it in objects. */
  public static JsonObject list(String url, List<JsonObject> data, boolean more) {
    return Json.object("object", "list", "data", copies(data), "has_more", more, "url", url);
  }

  private static List<JsonElement> copies(List<JsonObject> data) {
    List<JsonElement> copies = new ArrayList<>();
    data.forEach(object -> copies.add(object.deepCopy()));
    return copies;
  }

  private static int limit(Call call, long usual) {
    long limit = call.number("limit").orElse(usual);
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw StripeFailure.parameter(
          "parameter_invalid_integer", "limit", "Invalid limit: must be between 1 and 100");
    }
    return (int) limit;
  }

  private static boolean hasId(JsonObject object, String id) {
    return id.equals(Json.text(object, "id"));
  }

  private static boolean equal(Call call, JsonObject object, String field) {
    String wanted = call.text(field);
    return wanted == null || wanted.equals(Json.text(object, field));
  }

  private static boolean createdMatches(Call call, JsonObject object) {
    JsonElement wanted = Json.at(call.params(), "created");
    if (wanted == null) {
      return true;
    }
    long created = Json.number(object, "created");
    if (wanted.isJsonPrimitive()) {
      return created == wanted.getAsLong();
    }
    return wanted.getAsJsonObject().entrySet().stream()
        .allMatch(bound -> within(created, bound.getKey(), bound.getValue().getAsLong()));
  }

  private static boolean within(long created, String operator, long bound) {
    return switch (operator) {
      case "gt" -> created > bound;
      case "gte" -> created >= bound;
      case "lt" -> created < bound;
      case "lte" -> created <= bound;
      default ->
          throw StripeFailure.parameter(
              "parameter_unknown",
              "created[" + operator + "]",
              "Received unknown parameter: created[" + operator + "]");
    };
  }
}
