package dev.agora.portal.api;

import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** An agent's whole history as CSV, which the ledger streams. */
@Component
public class HistoryFile {

  private final RestClient client;
  private final JsonMapper json;

  HistoryFile(RestClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /** The rows of a filter, with the API's own parameters; whoever reads them closes the stream. */
  public InputStream open(Map<String, String> filter) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/api/v1/credits/transactions");
    filter.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return Objects.requireNonNull(
        client
            .get()
            .uri(address.build().toUriString(), filter)
            .accept(new MediaType("text", "csv"))
            .exchange(
                (request, answer) -> {
                  if (answer.getStatusCode().isError()) {
                    ProblemReader.raise(json, answer);
                  }
                  return answer.getBody();
                },
                false));
  }
}
