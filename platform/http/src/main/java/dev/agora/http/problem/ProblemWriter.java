package dev.agora.http.problem;

import dev.agora.http.request.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem from where no controller has been reached yet: filters. */
public final class ProblemWriter {

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = json.writeValueAsBytes(problem.members(RequestId.of(request)));
    response.setStatus(problem.code().status());
    Problems.headersOf(problem.code()).forEach((name, values) -> addAll(response, name, values));
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static void addAll(HttpServletResponse response, String name, Iterable<String> values) {
    values.forEach(value -> response.addHeader(name, value));
  }
}
