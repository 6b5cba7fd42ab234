package dev.agora.stripesimulator.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Stripe's list pages: newest first, {@code limit}, {@code starting_after}, {@code created}. */
public final class Paging {
  private static final int DEFAULT_LIMIT = 10;
  private static final int LARGEST_LIMIT = 100;

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
    int limit = limit(call);
    String after = call.text("starting_after");
    String before = call.text("ending_before");
    List<JsonObject> found;
    boolean more;
    if (before != null) {
      List<JsonObject> newer = matching.takeWhile(object -> !hasId(object, before)).toList();
      found = newer.subList(Math.max(0, newer.size() - limit), newer.size());
      more = newer.size() > limit;
    } else {
      Stream<JsonObject> rest =
          after == null ? matching : matching.dropWhile(object -> !hasId(object, after)).skip(1);
      List<JsonObject> upToOneMore = rest.limit(limit + 1L).toList();
      found = upToOneMore.subList(0, Math.min(limit, upToOneMore.size()));
      more = upToOneMore.size() > limit;
    }
    return list(call.path(), found, more);
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

  private static int limit(Call call) {
    long limit = call.number("limit").orElse((long) DEFAULT_LIMIT);
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
