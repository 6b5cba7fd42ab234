package dev.agora.architecture.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.architecture.project.ParsedJava;
import dev.agora.architecture.project.Project;
import dev.agora.architecture.project.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TidyTest {

  private static final List<SourceFile> FILES = Project.files();

  @Test
  void files_and_methods_are_short() {
    assertThat(breaches(new LengthRule(Ratchet.read()))).isEmpty();
  }

  @Test
  void the_ratchet_holds_nothing_that_is_short_by_now() {
    Map<String, Integer> exceptions = Ratchet.read();
    Set<String> needed =
        breaches(new LengthRule(Map.of())).stream()
            .map(breach -> breach.substring(0, breach.indexOf(" has ")))
            .collect(Collectors.toSet());

    assertThat(exceptions.keySet()).isSubsetOf(needed);
  }

  @Test
  void nothing_is_unfinished() {
    assertThat(breaches(new LeftOverRule())).isEmpty();
  }

  @Test
  void nothing_is_used_that_has_a_better_replacement() {
    assertThat(breaches(new BannedCodeRule())).isEmpty();
  }

  @Test
  void every_page_has_one_title() {
    assertThat(breaches(new MarkdownRule())).isEmpty();
  }

  @Test
  void every_package_says_what_it_is_for() {
    assertThat(breaches(new PackageInfoRule())).isEmpty();
  }

  @Test
  void every_package_has_a_package_info() {
    Set<String> described =
        FILES.stream()
            .filter(SourceFile::isPackageInfo)
            .map(TidyTest::javaPackage)
            .collect(Collectors.toSet());

    assertThat(FILES.stream().filter(SourceFile::isJava).map(TidyTest::javaPackage).distinct())
        .allMatch(described::contains);
  }

  @Test
  void nothing_points_at_one_machine() {
    assertThat(breaches(new ForeignPathRule())).isEmpty();
  }

  @Test
  void no_module_holds_a_copy_of_anothers_file() {
    assertThat(TwinRule.breaches(FILES.stream().filter(SourceFile::isJava).toList())).isEmpty();
  }

  @Test
  void every_java_file_is_understood() {
    assertThat(FILES.stream().filter(SourceFile::isJava).map(ParsedJava::parse)).isNotEmpty();
  }

  private static List<String> breaches(TidyRule rule) {
    return FILES.stream().flatMap(file -> rule.breaches(file).stream()).toList();
  }

  /** Module and package: a package-info beside the main code speaks for the tests of it too. */
  private static String javaPackage(SourceFile file) {
    String folder = file.path().substring(0, file.path().lastIndexOf('/'));
    return folder.replaceFirst("/src/(main|test)/java/", ":");
  }
}
