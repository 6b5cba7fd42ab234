package dev.agora.portal.api;

import java.io.IOException;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns an answer that says no into an {@link ApiProblem}. */
final class ProblemReader {

  private ProblemReader() {}

  static void raise(JsonMapper json, ClientHttpResponse answer) throws IOException {
    int status = answer.getStatusCode().value();
    try {
      JsonNode body = json.readTree(answer.getBody());
      throw new ApiProblem(
          status,
          body.path("code").asString("unknown"),
          body.path("detail").asString("The API gave no reason."),
          body);
    } catch (JacksonException noProblem) {
      throw new ApiProblem(status, "unknown", "The API gave no reason.", null);
    }
  }
}
