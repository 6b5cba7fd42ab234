package dev.agora.marketplace.schema;

import static org.assertj.core.api.Assertions.assertThat;

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
}
