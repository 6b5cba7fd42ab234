package dev.agora.architecture.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.architecture.project.Project;
import dev.agora.architecture.project.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The ledger can be distributed over nodes as docs/scale.md says: what the writer asks of the
 * database names the distribution key of each table, but for the statements that the page lists.
 */
class DistributionTest {

  private static final String PAGE = Project.read(Project.root().resolve("docs/scale.md"));
  private static final String WRITER = "ledger-service/src/main/java/dev/agora/ledger/journal/Jdbc";
  private static final Pattern KEY_ROW =
      Pattern.compile("(?m)^\\| `([a-z_]+)` \\| `([a-z_]+)` \\|");
  private static final Pattern EXCEPTION_ROW =
      Pattern.compile("(?m)^\\| `(Jdbc\\w+)` \\| (\\d+) \\|");
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\"\"\"\\n(.*?)\"\"\"|\"((?:SELECT|INSERT|UPDATE|DELETE|WITH) [^\"\\n]*)\"",
          Pattern.DOTALL);
  private static final Pattern NAMED = Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE)\\s+(\\w+)");

  private static final Map<String, String> KEYS =
      KEY_ROW
          .matcher(PAGE)
          .results()
          .collect(Collectors.toMap(one -> one.group(1), one -> one.group(2)));

  @Test
  void every_table_of_postings_has_a_distribution_key() {
    assertThat(KEYS).hasSizeGreaterThanOrEqualTo(11);
    assertThat(statements().flatMap(DistributionTest::tables).distinct())
        .allMatch(table -> KEYS.containsKey(table));
  }

  @Test
  void what_names_no_distribution_key_is_on_the_page() {
    Map<String, Integer> listed =
        EXCEPTION_ROW
            .matcher(PAGE)
            .results()
            .collect(
                Collectors.toMap(
                    one -> one.group(1),
                    one -> Integer.valueOf(one.group(2)),
                    Integer::sum,
                    TreeMap::new));
    Map<String, Integer> found = new TreeMap<>();
    writer()
        .forEach(
            file -> {
              long without = statements(file).filter(it -> !namesAllKeys(it)).count();
              if (without > 0) {
                found.put(file.name().replace(".java", ""), Math.toIntExact(without));
              }
            });

    assertThat(found).isEqualTo(listed);
  }

  private static boolean namesAllKeys(String statement) {
    return tables(statement).allMatch(table -> namesKey(statement, table));
  }

  /** Compares it, joins with it, or writes it. */
  private static boolean namesKey(String statement, String table) {
    String key = KEYS.getOrDefault(table, "no key");
    return Stream.of(
            "\\b(?:\\w+\\.)?" + key + "\\s*(?:=|<|>|BETWEEN\\b|IN\\b)",
            "INTO " + table + " \\([^)]*\\b" + key + "\\b",
            "USING \\([^)]*\\b" + key + "\\b")
        .anyMatch(form -> Pattern.compile(form).matcher(statement).find());
  }

  private static Stream<String> tables(String statement) {
    Map<String, Boolean> known = new HashMap<>();
    List<String> created = created();
    NAMED
        .matcher(statement)
        .results()
        .map(one -> one.group(1))
        .filter(created::contains)
        .forEach(table -> known.put(table, true));
    return known.keySet().stream();
  }

  /** The ledger's own tables, so that aliases and functions are not taken for some. */
  private static List<String> created() {
    return Project.files().stream()
        .filter(file -> file.path().startsWith("ledger-service/src/main/resources/db/migration/"))
        .flatMap(file -> Pattern.compile("CREATE TABLE (\\w+)").matcher(file.text()).results())
        .map(one -> one.group(1))
        .toList();
  }

  private static Stream<String> statements() {
    return writer().flatMap(DistributionTest::statements);
  }

  private static Stream<String> statements(SourceFile file) {
    return STATEMENT
        .matcher(file.text())
        .results()
        .map(DistributionTest::text)
        .filter(statement -> tables(statement).findAny().isPresent());
  }

  private static String text(MatchResult found) {
    String block = found.group(1);
    return (block == null ? found.group(2) : block).replaceAll("\\s+", " ").strip();
  }

  private static Stream<SourceFile> writer() {
    return Project.javaFiles().stream().filter(file -> file.path().startsWith(WRITER));
  }
}
