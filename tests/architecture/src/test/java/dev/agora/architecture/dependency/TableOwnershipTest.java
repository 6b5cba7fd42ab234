package dev.agora.architecture.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.architecture.project.Project;
import dev.agora.architecture.project.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Rule 7: one database per service, and no SQL that names another service's table. */
class TableOwnershipTest {

  static final List<String> SERVICES = Services.NAMES;

  private static final Pattern CREATED =
      Pattern.compile(
          "create\\s+(?:unlogged\\s+)?(?:table|view)\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NAMED =
      Pattern.compile("\\b(?:from|join|into|update)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

  @ParameterizedTest
  @FieldSource("SERVICES")
  void a_service_names_its_own_tables_only(String service) {
    Set<String> foreign = new HashSet<>();
    SERVICES.stream()
        .filter(other -> !other.equals(service))
        .forEach(other -> foreign.addAll(tables(other + "-service")));
    foreign.removeAll(tables(service + "-service"));
    foreign.removeAll(tables("platform/http"));
    foreign.removeAll(tables("platform/messaging"));

    assertThat(names(service + "-service")).doesNotContainAnyElementsOf(foreign);
  }

  private static Set<String> tables(String module) {
    return Project.files().stream()
        .filter(file -> file.path().startsWith(module + "/src/main/") && isSql(file))
        .flatMap(file -> CREATED.matcher(file.text()).results())
        .map(TableOwnershipTest::firstGroup)
        .collect(Collectors.toSet());
  }

  private static Set<String> names(String module) {
    return Project.files().stream()
        .filter(file -> file.path().startsWith(module + "/src/main/"))
        .filter(file -> isSql(file) || file.name().startsWith("Jdbc"))
        .flatMap(file -> NAMED.matcher(file.text()).results())
        .map(TableOwnershipTest::firstGroup)
        .collect(Collectors.toSet());
  }

  private static boolean isSql(SourceFile file) {
    return file.path().endsWith(".sql");
  }

  private static String firstGroup(MatchResult match) {
    return match.group(1).toLowerCase(Locale.ROOT);
  }
}
