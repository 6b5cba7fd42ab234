package dev.agora.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The API said no, or said nothing. */
public final class ApiProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Codes of the portal's own making, beside those of docs/problems.md. */
  public static final String UNREACHABLE = "unreachable";

  private final int status;
  private final String code;
  private final transient @Nullable JsonNode body;

  ApiProblem(int status, String code, String detail, @Nullable JsonNode body) {
    super(detail);
    this.status = status;
    this.code = code;
    this.body = body;
  }

  /** No answer came: nothing is known of what was done. */
  static ApiProblem unreachable(Throwable cause) {
    ApiProblem problem = new ApiProblem(0, UNREACHABLE, "The API gave no answer.", null);
    problem.initCause(cause);
    return problem;
  }

  /** The stable code of docs/problems.md. */
  public String code() {
    return code;
  }

  /** The HTTP status; 0 if no answer came. */
  public int status() {
    return status;
  }

  public boolean is(String other) {
    return code.equals(other);
  }

  /** Whether the request may have been carried out all the same. */
  public boolean isOutcomeUnknown() {
    return is(UNREACHABLE) || is("outcome_unknown");
  }

  /** Whether a part is down, so that a page does without. */
  public boolean isOutage() {
    return status == 0 || status >= 500 || status == 429;
  }

  /** What the API says of it. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** What is wrong with which field, as sentences. */
  public List<String> fieldErrors() {
    return body().path("errors").valueStream().map(ApiProblem::sentence).toList();
  }

  /** The whole answer; missing if there was none. */
  public JsonNode body() {
    return body == null ? MissingNode.getInstance() : body;
  }

  private static String sentence(JsonNode error) {
    String pointer = error.path("pointer").asString("");
    String field = pointer.substring(pointer.lastIndexOf('/') + 1).replace("?", "");
    return (field + " " + error.path("detail").asString("")).strip();
  }
}
