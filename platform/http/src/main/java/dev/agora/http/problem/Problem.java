package dev.agora.http.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem in the form of the public API. As JSON it is the object that the API sends,
 * so that it can stand inside another answer, such as one result of a batch.
 *
 * @param code the reason; decides type, title, status and whether a retry makes sense
 * @param detail a sentence about this occurrence, safe to show to the caller
 * @param errors which fields are wrong, as JSON pointers into the request body; may be empty
 * @param limit the limit that refused, if one did: name, what is left, when it resets
 * @param remedy what the caller can do, if there is something
 * @param more further members of the answer, such as {@code missing} or {@code convertible}
 */
public record Problem(
    ProblemCode code,
    String detail,
    List<FieldError> errors,
    @Nullable Object limit,
    @Nullable String remedy,
    Map<String, Object> more) {

  /**
   * One wrong field.
   *
   * @param pointer a JSON pointer such as {@code /amount}; a query parameter is {@code ?limit}
   * @param detail a clause that says what is wrong with it
   */
  public record FieldError(String pointer, String detail) {}

  public Problem {
    errors = List.copyOf(errors);
    more = Map.copyOf(more);
  }

  public static Problem of(ProblemCode code, String detail) {
    return new Problem(code, detail, List.of(), null, null, Map.of());
  }

  public Problem at(String pointer, String fieldDetail) {
    List<FieldError> all = new ArrayList<>(errors);
    all.add(new FieldError(pointer, fieldDetail));
    return new Problem(code, detail, all, limit, remedy, more);
  }

  public Problem withLimit(Object limit) {
    return new Problem(code, detail, errors, limit, remedy, more);
  }

  public Problem withRemedy(String remedy) {
    return new Problem(code, detail, errors, limit, remedy, more);
  }

  public Problem with(String member, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(more);
    all.put(member, value);
    return new Problem(code, detail, errors, limit, remedy, all);
  }

  /** The members of the JSON object, in the order of the API's page. */
  @JsonValue
  Map<String, Object> members() {
    return members(null);
  }

  Map<String, Object> members(@Nullable String instance) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "/docs/problems#" + code.code());
    members.put("title", code.title());
    members.put("status", code.status());
    members.put("detail", detail);
    if (instance != null) {
      members.put("instance", instance);
    }
    members.put("code", code.code());
    members.put("retryable", code.retryable());
    if (!errors.isEmpty()) {
      members.put("errors", errors);
    }
    if (limit != null) {
      members.put("limit", limit);
    }
    if (remedy != null) {
      members.put("remedy", remedy);
    }
    more.forEach(members::putIfAbsent);
    return members;
  }
}
