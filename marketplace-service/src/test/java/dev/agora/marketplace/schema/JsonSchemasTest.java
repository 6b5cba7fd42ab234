package dev.agora.marketplace.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemasTest {

  private final JsonSchemas schemas = new JsonSchemas();

  @Test
  void saysWhereADocumentDoesNotFit() {
    String schema =
        """
        {"type": "object", "required": ["text"],
         "properties": {"text": {"type": "string"}, "pages": {"type": "integer"}}}
        """;
    assertThat(schemas.fault(schema)).isEmpty();
    assertThat(schemas.misfits(schema, "{\"text\": \"a\"}")).isEmpty();
    assertThat(schemas.misfits(schema, "{\"text\": \"a\", \"pages\": \"two\"}"))
        .singleElement()
        .satisfies(misfit -> assertThat(misfit.pointer()).isEqualTo("/pages"));
    assertThat(schemas.misfits(schema, "null"))
        .singleElement()
        .satisfies(misfit -> assertThat(misfit.pointer()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3",
        "[]",
        "{\"type\": \"sometimes\"}",
        "{\"pattern\": \"(\"}",
        "{\"required\": 5}",
        "{\"$ref\": \"http://127.0.0.1:1/other.json\"}",
        "{\"$ref\": \"file:///etc/passwd\"}",
        "{\"$ref\": \"classpath:application.yml\"}",
        "{\"$schema\": \"http://127.0.0.1:1/dialect.json\"}"
      })
  void refusesWhatCanNotServeAsASchema(String schema) {
    assertThat(schemas.fault(schema)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"pattern\": \"^(a+)+$\"}",
        "{\"patternProperties\": {\"^(a+)+$\": true}, \"propertyNames\": {\"pattern\":"
            + " \"^(a+)+$\"}}",
        "{\"allOf\": [{\"$ref\": \"#\"}]}",
        "{\"$ref\": \"#\"}",
        "{\"items\": {\"allOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}}"
      })
  void aSchemaThatAsksForEndlessWorkFitsNothing(String schema) {
    String word = "a".repeat(64) + "!";
    String deep = "[".repeat(60) + "]".repeat(60);
    assertThat(schemas.fault(schema)).isEmpty();
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThat(
                    Stream.of("\"" + word + "\"", "{\"" + word + "\": 1}", deep)
                        .filter(document -> !schemas.misfits(schema, document).isEmpty()))
                .isNotEmpty());
  }

  @Test
  void patternsThatNestTooDeeplyAreRefusedOrFitNothing() {
    assertThat(schemas.fault("{\"pattern\": \"" + "(".repeat(8000) + ")".repeat(8000) + "\"}"))
        .isPresent();
    String recursing = "{\"pattern\": \"^(a|b)*$\"}";
    assertThat(schemas.misfits(recursing, "\"" + "ab".repeat(100_000) + "\"")).isNotEmpty();
  }

  @Test
  void aDocumentOfTheLargestSizeIsCheckedInFull() {
    String schema = "{\"type\": \"array\", \"items\": {\"type\": \"integer\", \"minimum\": 0}}";
    String document = "[" + "1,".repeat(120_000) + "1]";
    assertThat(schemas.misfits(schema, document)).isEmpty();
  }
}
