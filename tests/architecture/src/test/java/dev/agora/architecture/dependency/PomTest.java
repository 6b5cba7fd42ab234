package dev.agora.architecture.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.architecture.project.Module;
import dev.agora.architecture.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may stand in whose pom. */
class PomTest {

  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);

  private static final Set<String> PLATFORM =
      Set.of(
          "money",
          "economy",
          "jdbc",
          "messaging",
          "http",
          "agents",
          "audit",
          "operations",
          "stripe");

  record Dependency(String group, String artifact, String scope, String type) {

    boolean isOurs() {
      return group.equals("dev.agora");
    }

    boolean isTest() {
      return scope.equals("test");
    }

    /** Says that the other is built before, and puts nothing of it on a class path. */
    boolean isOrder() {
      return isTest() && type.equals("pom");
    }
  }

  static Stream<Module> services() {
    return Project.modules().stream().filter(Module::isService);
  }

  static Stream<Module> modules() {
    return Project.modules().stream();
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_service_ships_with_the_platform_and_nothing_else_of_ours(Module service) {
    assertThat(dependencies(service))
        .filteredOn(Dependency::isOurs)
        .filteredOn(dependency -> !dependency.isTest())
        .extracting(Dependency::artifact)
        .isSubsetOf(PLATFORM);
  }

  /** The benchmark of the ledger's engine runs it in its own process (ADR 0016). */
  private static boolean isMeasuredEngine(Module module, Dependency dependency) {
    return module.path().equals("bench") && dependency.artifact().equals("ledger-service");
  }

  /** The proof of orders has the market's function and the ledger's in one process (ADR 0071). */
  private static boolean isProvenFunction(Module module, Dependency dependency) {
    return module.path().equals("tests/crash")
        && dependency.isTest()
        && Set.of("ledger-service", "marketplace-service").contains(dependency.artifact());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void nobody_depends_on_a_service_but_the_benchmark_of_its_engine(Module module) {
    assertThat(dependencies(module))
        .filteredOn(Dependency::isOurs)
        .filteredOn(dependency -> !dependency.isOrder())
        .filteredOn(dependency -> !isMeasuredEngine(module, dependency))
        .filteredOn(dependency -> !isProvenFunction(module, dependency))
        .extracting(Dependency::artifact)
        .noneMatch(artifact -> artifact.endsWith("-service") || artifact.equals("gateway"));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void contracts_are_for_tests(Module module) {
    boolean local = module.path().startsWith("local/") || module.path().startsWith("tests/");
    assertThat(dependencies(module))
        .filteredOn(dependency -> dependency.isOurs() && dependency.artifact().equals("contracts"))
        .allMatch(dependency -> local || dependency.isTest());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void nobody_asks_for_mocks_or_for_lombok(Module module) {
    assertThat(dependencies(module))
        .extracting(Dependency::artifact)
        .noneMatch(artifact -> artifact.startsWith("mockito") || artifact.equals("lombok"));
  }

  @Test
  void money_ships_with_nothing() {
    assertThat(dependencies(new Module("platform/money"))).allMatch(Dependency::isTest);
  }

  private static List<Dependency> dependencies(Module module) {
    Matcher matcher = DEPENDENCY.matcher(Project.read(module.folder().resolve("pom.xml")));
    List<Dependency> dependencies = new ArrayList<>();
    while (matcher.find()) {
      String body = matcher.group(1);
      dependencies.add(
          new Dependency(
              tag(body, "groupId"),
              tag(body, "artifactId"),
              tag(body, "scope"),
              tag(body, "type")));
    }
    return dependencies;
  }

  private static String tag(String body, String name) {
    Matcher matcher = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(body);
    return matcher.find() ? matcher.group(1).strip() : "";
  }
}
