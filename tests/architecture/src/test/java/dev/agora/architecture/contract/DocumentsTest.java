package dev.agora.architecture.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import dev.agora.architecture.project.ParsedJava;
import dev.agora.architecture.project.Project;
import dev.agora.architecture.project.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What callers and operators rely on stands on a page: problem codes, properties, environment. */
class DocumentsTest {

  private static final String PROBLEMS = page("docs/problems.md");
  private static final String CONFIGURATION = page("docs/configuration.md");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)[:}]");

  @Test
  void every_problem_code_is_explained_where_its_type_points() {
    assertThat(problemCodes())
        .isNotEmpty()
        .allMatch(code -> PROBLEMS.contains("<a id=\"" + code + "\"></a>`" + code + "`"));
  }

  @Test
  void every_property_is_explained_with_its_default() {
    assertThat(properties()).isNotEmpty().allMatch(DocumentsTest::isExplained);
  }

  @Test
  void every_variable_of_the_environment_is_explained() {
    Stream<String> variables =
        Project.files().stream()
            .filter(file -> file.path().endsWith(".yml") && file.path().contains("src/main/"))
            .flatMap(file -> VARIABLE.matcher(file.text()).results())
            .map(match -> match.group(1));

    assertThat(variables)
        .isNotEmpty()
        .allMatch(
            variable ->
                CONFIGURATION.contains("`" + variable + "`")
                    // The row of five addresses names the first and the last.
                    || variable.matches("AGORA_[A-Z]+_URL"));
  }

  /**
   * A property that some record binds.
   *
   * @param standard what it is when nobody sets it; empty if somebody has to, or code decides
   */
  record Property(String name, String standard) {}

  private static boolean isExplained(Property property) {
    return CONFIGURATION
        .lines()
        .filter(line -> line.startsWith("|") && line.contains("`" + property.name()))
        .anyMatch(line -> property.standard().isEmpty() || states(line, property.standard()));
  }

  private static boolean states(String line, String standard) {
    return line.contains("[" + standard + "]") || line.contains("[`" + standard + "`]");
  }

  private static List<String> problemCodes() {
    return main()
        .filter(file -> file.text().contains("implements ProblemCode"))
        .flatMap(file -> ParsedJava.parse(file).findAll(EnumDeclaration.class).stream())
        .filter(
            type ->
                type.getImplementedTypes().stream()
                    .anyMatch(port -> port.getNameAsString().equals("ProblemCode")))
        .flatMap(type -> type.getEntries().stream())
        .map(constant -> constant.getNameAsString().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static List<Property> properties() {
    return main()
        .filter(file -> file.text().contains("@ConfigurationProperties("))
        .flatMap(
            file -> {
              List<RecordDeclaration> records =
                  ParsedJava.parse(file).findAll(RecordDeclaration.class);
              return records.stream()
                  .filter(type -> type.getAnnotationByName("ConfigurationProperties").isPresent())
                  .flatMap(type -> properties(prefix(type), type, records).stream());
            })
        .toList();
  }

  private static List<Property> properties(
      String prefix, RecordDeclaration type, List<RecordDeclaration> nested) {
    List<Property> properties = new ArrayList<>();
    for (Parameter component : type.getParameters()) {
      String name = prefix + "." + kebab(component.getNameAsString());
      Optional<RecordDeclaration> inner =
          nested.stream()
              .filter(other -> other.getNameAsString().equals(component.getType().asString()))
              .findFirst();
      if (inner.isPresent()) {
        properties.addAll(properties(name, inner.get(), nested));
      } else {
        properties.add(new Property(name, standard(component)));
      }
    }
    return properties;
  }

  private static String prefix(RecordDeclaration type) {
    return type.getAnnotationByName("ConfigurationProperties")
        .orElseThrow()
        .asSingleMemberAnnotationExpr()
        .getMemberValue()
        .asStringLiteralExpr()
        .getValue();
  }

  private static String standard(Parameter component) {
    return component
        .getAnnotationByName("DefaultValue")
        .filter(annotation -> annotation.isSingleMemberAnnotationExpr())
        .map(annotation -> annotation.asSingleMemberAnnotationExpr().getMemberValue())
        .map(value -> value.asStringLiteralExpr().getValue())
        .orElse("");
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  private static Stream<SourceFile> main() {
    return Project.javaFiles().stream().filter(SourceFile::isMain);
  }

  private static String page(String path) {
    return Project.read(Project.root().resolve(path));
  }
}
