package dev.agora.architecture.project;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.SimpleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Java source as a tree. */
public final class ParsedJava {

  /** Several rules ask for the same tree. */
  private static final Map<SourceFile, CompilationUnit> PARSED = new ConcurrentHashMap<>();

  private ParsedJava() {}

  /**
   * A method or constructor.
   *
   * @param lines from its name to its closing brace; a table in an annotation is not counted
   */
  public record Method(String name, int lines) {}

  /**
   * The tree of a file.
   *
   * @throws IllegalArgumentException if it is no Java
   */
  public static CompilationUnit parse(SourceFile file) {
    return PARSED.computeIfAbsent(file, ParsedJava::parseAnew);
  }

  private static CompilationUnit parseAnew(SourceFile file) {
    ParserConfiguration java25 =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.JAVA_25)
            .setAttributeComments(true);
    ParseResult<CompilationUnit> result = new JavaParser(java25).parse(file.text());
    if (!result.isSuccessful()) {
      throw new IllegalArgumentException(file.path() + ": " + result.getProblems());
    }
    return result.getResult().orElseThrow();
  }

  /** Its methods and constructors, nested and anonymous types included. */
  public static List<Method> methods(SourceFile file) {
    List<Method> methods = new ArrayList<>();
    CompilationUnit unit = parse(file);
    unit.findAll(MethodDeclaration.class)
        .forEach(method -> methods.add(measure(method.getName(), method)));
    unit.findAll(ConstructorDeclaration.class)
        .forEach(made -> methods.add(measure(made.getName(), made)));
    unit.findAll(CompactConstructorDeclaration.class)
        .forEach(made -> methods.add(measure(made.getName(), made)));
    return methods;
  }

  private static Method measure(SimpleName name, Node method) {
    int first = name.getRange().orElseThrow().begin.line;
    int last = method.getRange().orElseThrow().end.line;
    return new Method(name.getIdentifier(), last - first + 1);
  }
}
