package dev.agora.architecture.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.architecture.project.Project;
import dev.agora.architecture.project.SourceFile;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScorecardTest {

  private static final Scorecard SCORECARD =
      Scorecard.of(Project.javaFiles().stream().filter(SourceFile::isMain).toList());

  @BeforeAll
  static void print() {
    System.out.println(SCORECARD);
  }

  @Test
  void half_of_the_files_are_read_at_a_glance() {
    assertThat(Scorecard.percentile(SCORECARD.fileLines(), 50)).isLessThanOrEqualTo(45);
  }

  @Test
  void nine_of_ten_files_fit_two_screens() {
    assertThat(Scorecard.percentile(SCORECARD.fileLines(), 90)).isLessThanOrEqualTo(150);
  }

  @Test
  void no_file_is_long_and_hardly_a_method() {
    assertThat(SCORECARD.fileLines().getLast()).isLessThanOrEqualTo(300);
    // The longest ones stand in the ratchet by name; here it counts how many they are.
    assertThat(SCORECARD.methodLines().stream().filter(lines -> lines > 40))
        .hasSizeLessThanOrEqualTo(SCORECARD.methodLines().size() / 250);
  }

  @Test
  void most_types_are_nobodys_business_outside_of_their_package() {
    assertThat(SCORECARD.packagePrivatePercent()).isGreaterThanOrEqualTo(60);
  }

  @Test
  void the_figures_are_counted_right() {
    Scorecard planted =
        Scorecard.of(
            List.of(
                file("A", "package a;\npublic class A {\n  void m() {}\n}\n"),
                file("B", "package a;\nrecord B() {}\nenum C {}\n"),
                file("package-info", "package a;\n")));

    assertThat(planted.files()).isEqualTo(3);
    assertThat(planted.fileLines()).containsExactly(1, 3, 4);
    assertThat(planted.methodLines()).containsExactly(1);
    assertThat(planted.packagePrivatePercent()).isEqualTo(66);
    assertThat(Scorecard.percentile(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 90)).isEqualTo(9);
    assertThat(Scorecard.percentile(List.of(1, 2, 3), 50)).isEqualTo(2);
  }

  private static SourceFile file(String name, String text) {
    return new SourceFile("a/src/main/java/a/" + name + ".java", text);
  }
}
