package dev.agora.architecture.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.architecture.project.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plants a breach of every rule, and something harmless that looks like one. */
class TidyRulesTest {

  private static final String PATH = "a-service/src/main/java/a/A.java";

  @Test
  void a_long_method_is_found_and_a_short_one_is_not() {
    LengthRule rule = new LengthRule(Map.of());

    assertThat(rule.breaches(method(41))).containsExactly(PATH + "#m has 41 lines, more than 40");
    assertThat(rule.breaches(method(40))).isEmpty();
  }

  @Test
  void a_long_constructor_and_a_method_of_a_nested_type_are_found() {
    String body = "int i;\n".repeat(40);

    assertThat(lengths("record A(int a) {\n A {\n" + body + "}\n}\n")).hasSize(1);
    assertThat(lengths("class A {\n A() {\n" + body + "}\n}\n")).hasSize(1);
    assertThat(lengths("class A {\n class B {\n void m() {\n" + body + "}\n}\n}\n")).hasSize(1);
  }

  @Test
  void a_long_file_is_found() {
    assertThat(lengths("class A {}\n" + "// a line\n".repeat(299))).isEmpty();
    assertThat(lengths("class A {}\n" + "// a line\n".repeat(300)))
        .containsExactly(PATH + " has 301 lines, more than 300");
  }

  @Test
  void a_named_exception_may_be_as_long_as_it_is_and_no_longer() {
    Map<String, Integer> exceptions = Ratchet.parse("# why\n\n" + PATH + "#m 45 because\n");

    assertThat(new LengthRule(exceptions).breaches(method(45))).isEmpty();
    assertThat(new LengthRule(exceptions).breaches(method(46))).hasSize(1);
  }

  @Test
  void java_25_is_understood() {
    String modern =
        """
        sealed interface A permits A.B, A.C {
          record B(int x, String y) implements A {}
          record C() implements A {}
          class D { final int i; D(int i) { if (i < 0) { throw new IllegalArgumentException(); } super(); this.i = i; } }
          static int m(A a) {
            return switch (a) { case B(int x, _) when x > 1 -> x; case B _, C _ -> { try (var _ = new java.io.StringReader(\"\")) { yield 1; } catch (RuntimeException _) { yield 0; } } };
          }
        }
        """;

    assertThat(lengths(modern)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"// TO" + "DO later", "x FIX" + "ME", "/* XX" + "X */", "int a; ", "a\t"})
  void what_is_unfinished_is_found(String line) {
    assertThat(new LeftOverRule().breaches(java("class A {}\n" + line + "\n")))
        .singleElement()
        .asString()
        .startsWith(PATH + ":2 ");
  }

  @Test
  void a_word_that_only_looks_unfinished_is_not_found() {
    assertThat(new LeftOverRule().breaches(java("// mastodon, fixme, todoist\n\n"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Dis" + "abled",
        "Thread.sle" + "ep(5)",
        "Thread\n.sle" + "ep (5)",
        "catch (Exc" + "eption e)",
        "catch (final Thr" + "owable e)",
        "import org.mock" + "ito.Mockito;",
        "import static org.mock" + "ito.Mockito.mock;",
        "import lom" + "bok.Data;",
        "e.printStack" + "Trace();",
        "/** @auth" + "or me */",
        "@Suppress" + "Warnings(\"all\")"
      })
  void what_has_a_better_replacement_is_found(String code) {
    assertThat(new BannedCodeRule().breaches(java(code))).hasSize(1);
  }

  @Test
  void what_only_looks_banned_is_not_found() {
    assertThat(
            new BannedCodeRule()
                .breaches(
                    java("catch (ExceptionInInitializerError e) thread.asleep(1); @DisabledIf")))
        .isEmpty();
  }

  @Test
  void a_page_without_a_title_or_with_two_is_found() {
    MarkdownRule rule = new MarkdownRule();

    assertThat(rule.breaches(page("text\n"))).hasSize(1);
    assertThat(rule.breaches(page("# One\n\n# Two\n"))).hasSize(1);
    assertThat(rule.breaches(page("# One\n\n## Part\n\n```\n# a comment\n```\n"))).isEmpty();
  }

  @Test
  void a_package_without_a_sentence_or_a_null_mark_is_found() {
    PackageInfoRule rule = new PackageInfoRule();

    assertThat(rule.breaches(packageInfo("@NullMarked package a;"))).hasSize(1);
    assertThat(rule.breaches(packageInfo("/** One. Two. */ @NullMarked package a;"))).hasSize(1);
    assertThat(rule.breaches(packageInfo("/** No end */ @NullMarked package a;"))).hasSize(1);
    assertThat(rule.breaches(packageInfo("/** One, as of 1.5 and e.g. more. */ package a;")))
        .containsExactly("a/src/main/java/a/package-info.java is not @NullMarked");
    assertThat(rule.breaches(packageInfo("/**\n * One\n * sentence.\n */ @NullMarked package a;")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cd /wo" + "rk/main",
        "\"/ro" + "ot/x\"",
        "JAVA=/usr/lib/j" + "vm/jdk",
        "file:///ho" + "me/me",
        "https://ne" + "xus.example/maven/",
        "http://10.0.0.1.mir" + "ror:80/"
      })
  void a_path_of_one_machine_is_found(String line) {
    assertThat(new ForeignPathRule().breaches(java(line + "\n"))).hasSize(1);
  }

  @Test
  void a_path_that_every_machine_has_is_not_found() {
    assertThat(new ForeignPathRule().breaches(java("/api/v1/wo" + "rk /tmp/x ${root}/wo" + "rk/x")))
        .isEmpty();
  }

  @Test
  void a_copy_in_another_module_is_found() {
    String text = "package a;\n" + "a line of code;\n".repeat(12);
    SourceFile one = new SourceFile("a/src/main/java/a/A.java", text);
    SourceFile copy = new SourceFile("b/src/main/java/b/A.java", text.replace(" a;", " b;"));
    SourceFile here = new SourceFile("a/src/main/java/c/A.java", text);

    assertThat(TwinRule.breaches(List.of(one, copy)))
        .containsExactly("b/src/main/java/b/A.java is a copy of a/src/main/java/a/A.java");
    assertThat(TwinRule.breaches(List.of(one, here))).isEmpty();
  }

  private static SourceFile method(int lines) {
    return java("class A {\nvoid m() {\n" + "int i;\n".repeat(lines - 2) + "}\n}\n");
  }

  private static List<String> lengths(String text) {
    return new LengthRule(Map.of()).breaches(java(text));
  }

  private static SourceFile java(String text) {
    return new SourceFile(PATH, text);
  }

  private static SourceFile page(String text) {
    return new SourceFile("docs/a.md", text);
  }

  private static SourceFile packageInfo(String text) {
    return new SourceFile("a/src/main/java/a/package-info.java", text);
  }
}
