package dev.agora.architecture.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.agora.architecture.project.Project;
import dev.agora.architecture.project.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every message has a schema and an example, and every example is what its schema says. */
class ExamplesTest {

  private static final String FOLDER = "contracts/src/main/resources/contracts/";

  private static final Map<String, SourceFile> FILES =
      Project.files().stream()
          .filter(file -> file.path().startsWith(FOLDER) && file.path().contains(".v"))
          .collect(Collectors.toMap(SourceFile::path, Function.identity()));

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static Stream<SourceFile> examples() {
    return FILES.values().stream().filter(file -> file.path().contains(".example"));
  }

  static Stream<SourceFile> schemas() {
    return FILES.values().stream().filter(file -> file.path().endsWith(".schema.json"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_is_what_its_schema_says(SourceFile example) {
    assertThat(schemaOf(example).validate(example.text(), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void a_schema_allows_what_a_newer_release_adds(SourceFile schema) {
    var root = JsonMapper.shared().readTree(schema.text());

    assertThat(root.path("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(root.path("additionalProperties").asBoolean(true)).isTrue();
    assertThat(root.path("required").isArray()).isTrue();
  }

  @Test
  void every_message_has_a_schema_and_an_example() {
    Set<String> withExample = types(examples().toList());
    Set<String> withSchema = types(schemas().toList());

    assertThat(withExample).isEqualTo(withSchema);
  }

  private static Schema schemaOf(SourceFile example) {
    SourceFile schema = FILES.get(FOLDER + type(example) + ".schema.json");
    if (schema == null) {
      throw new AssertionError(example + " has no schema");
    }
    return SCHEMAS.getSchema(schema.text(), InputFormat.JSON);
  }

  private static Set<String> types(List<SourceFile> files) {
    return files.stream().map(ExamplesTest::type).collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code ledger/place-hold.v1.refusal}. */
  private static String type(SourceFile file) {
    return file.path().substring(FOLDER.length()).replaceAll("\\.(example|schema).*", "");
  }
}
