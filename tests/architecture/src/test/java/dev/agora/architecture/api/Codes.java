package dev.agora.architecture.api;

import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.expr.Expression;
import dev.agora.architecture.project.ParsedJava;
import dev.agora.architecture.project.Project;
import dev.agora.architecture.project.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Every problem code, as the enums say it. */
final class Codes {

  private static final List<Code> ALL = read();

  private Codes() {}

  /**
   * One constant.
   *
   * @param owner the enum
   * @param name as callers see it
   */
  record Code(String owner, String name, int status, String title, boolean retryable) {}

  /** All, in the order of the modules and of precedence; one code may be in several enums. */
  static List<Code> all() {
    return ALL;
  }

  /** The first of each name. */
  static Map<String, Code> byName() {
    Map<String, Code> byName = new LinkedHashMap<>();
    ALL.forEach(code -> byName.putIfAbsent(code.name(), code));
    return byName;
  }

  private static List<Code> read() {
    List<Code> codes = new ArrayList<>();
    Project.modules().stream()
        .flatMap(module -> enumsOf(module.path()))
        .forEach(type -> type.getEntries().forEach(constant -> codes.add(code(type, constant))));
    return codes;
  }

  private static Stream<EnumDeclaration> enumsOf(String module) {
    return Project.javaFiles().stream()
        .filter(SourceFile::isMain)
        .filter(file -> file.module().equals(module))
        .filter(
            file ->
                file.text().contains("implements ProblemCode")
                    || file.name().equals("GatewayProblem.java"))
        .flatMap(file -> ParsedJava.parse(file).findAll(EnumDeclaration.class).stream())
        .filter(type -> type.getNameAsString().endsWith("Problem"));
  }

  private static Code code(EnumDeclaration type, EnumConstantDeclaration constant) {
    List<Expression> arguments = constant.getArguments();
    int status = Integer.parseInt(arguments.get(0).toString());
    boolean retryable = arguments.size() > 2 && arguments.get(2).asBooleanLiteralExpr().getValue();
    return new Code(
        type.getNameAsString(),
        constant.getNameAsString().toLowerCase(Locale.ROOT),
        status,
        arguments.get(1).asStringLiteralExpr().asString(),
        retryable);
  }
}
