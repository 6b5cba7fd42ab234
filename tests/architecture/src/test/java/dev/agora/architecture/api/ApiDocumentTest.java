package dev.agora.architecture.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The document that the gateway serves is what the controllers do. */
class ApiDocumentTest {

  static final String FILE = "gateway/src/main/resources/apidocs/openapi.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final Map<String, Object> DOCUMENT = ApiDocument.make();
  private static final JsonNode TREE = JSON.readTree(JSON.writeValueAsString(DOCUMENT));

  /** They are answered before there is an operation, or to the gateway alone. */
  private static final Set<String> OF_NO_OPERATION = Set.of("method_not_allowed");

  @Test
  void the_committed_document_is_what_the_controllers_say() {
    Generated.check(FILE, JSON.writeValueAsString(DOCUMENT) + "\n");
  }

  @Test
  void every_method_of_a_controller_is_an_operation() {
    Set<String> documented =
        OperationsTable.read().rows().stream()
            .map(OperationsTable.Row::key)
            .collect(Collectors.toSet());

    assertThat(documented).isEqualTo(Endpoints.read().keySet());
  }

  @Test
  void operation_ids_are_unique_and_stay_plain() {
    assertThat(OperationsTable.read().rows().stream().map(OperationsTable.Row::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z][A-Za-z]+"));
  }

  @Test
  void every_problem_code_can_be_an_operations_answer() {
    Set<String> named = new HashSet<>();
    TREE.findValues("code")
        .forEach(code -> code.path("enum").forEach(it -> named.add(it.asString())));

    assertThat(Codes.all())
        .isNotEmpty()
        .filteredOn(code -> !OF_NO_OPERATION.contains(code.name()))
        .allMatch(code -> named.contains(code.name()));
  }

  @Test
  void every_example_is_what_its_schema_says() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    for (JsonNode content : TREE.path("paths").findParents("example")) {
      Map<String, Object> whole = Schemas.ordered("components", TREE.path("components"));
      content.path("schema").properties().forEach(it -> whole.put(it.getKey(), it.getValue()));
      var schema = registry.getSchema(JSON.writeValueAsString(whole), InputFormat.JSON);

      String example = JSON.writeValueAsString(content.path("example"));
      assertThat(schema.validate(example, InputFormat.JSON)).as(example).isEmpty();
    }
  }
}
