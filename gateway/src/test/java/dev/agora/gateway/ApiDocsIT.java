package dev.agora.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The API's document and its pages, which need nothing from elsewhere. */
class ApiDocsIT extends RunningGateway {

  private static final Pattern LINKED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  @ParameterizedTest
  @CsvSource({
    "/openapi.json,              application/json",
    "/docs,                      text/html;charset=UTF-8",
    "/docs/problems,             text/html;charset=UTF-8",
    "/docs/page.css,             text/css;charset=UTF-8",
    "/docs/page.js,              text/javascript;charset=UTF-8",
    "/docs/show.js,              text/javascript;charset=UTF-8",
    "/docs/swagger-ui.css,       text/css;charset=UTF-8",
    "/docs/swagger-ui-bundle.js, text/javascript;charset=UTF-8"
  })
  void aPageIsThereAndKnownByItsTag(String path, String type) throws Exception {
    HttpResponse<String> first = get(port, path);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = send(request(path).header("If-None-Match", tag).GET());

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(first.headers().firstValue("Cache-Control")).hasValue("max-age=300, public");
    assertThat(first.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void theDocumentIsOneOfOpenApi() throws Exception {
    var document = JsonMapper.shared().readTree(get(port, "/openapi.json").body());

    assertThat(document.path("openapi").asString()).startsWith("3.1.");
    assertThat(document.at("/paths/~1api~1v1~1credits~1transfer/post/operationId").asString())
        .isEqualTo("pay");
  }

  @ParameterizedTest
  @CsvSource({"/docs", "/docs/problems"})
  void aPageLoadsNothingFromElsewhere(String path) throws Exception {
    assertThat(LINKED.matcher(get(port, path).body()).results().map(found -> found.group(1)))
        .isNotEmpty()
        .allMatch(link -> link.startsWith("/") || link.startsWith("#") || isReading(link));
  }

  @Test
  void theTypeOfAProblemPointsToItsExplanation() throws Exception {
    assertThat(get(port, "/api/v1/nothing").body())
        .contains("\"type\":\"/docs/problems#no_such_route\"");
    assertThat(get(port, "/docs/problems").body()).contains("<section id=\"no_such_route\">");
  }

  private static boolean isReading(String link) {
    return link.startsWith("https://www.rfc-editor.org/");
  }
}
