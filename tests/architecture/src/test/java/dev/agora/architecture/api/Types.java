package dev.agora.architecture.api;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import dev.agora.architecture.project.ParsedJava;
import dev.agora.architecture.project.Project;
import dev.agora.architecture.project.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of one service and of the platform below it, found as Java finds them. */
final class Types {

  private final Map<String, TypeDeclaration<?>> byFullName = new HashMap<>();

  /**
   * Reads them.
   *
   * @param module such as {@code ledger-service}
   */
  Types(String module) {
    for (SourceFile file : Project.javaFiles()) {
      if (file.isMain() && (file.module().equals(module) || file.path().startsWith("platform/"))) {
        ParsedJava.parse(file).findAll(TypeDeclaration.class).forEach(this::add);
      }
    }
  }

  private void add(TypeDeclaration<?> type) {
    type.getFullyQualifiedName().ifPresent(name -> byFullName.put(name, type));
  }

  /** Those whose name ends so, in the service and the platform. */
  Stream<TypeDeclaration<?>> endingIn(String suffix) {
    return byFullName.values().stream()
        .filter(type -> type.getNameAsString().endsWith(suffix))
        .sorted((one, other) -> fullName(one).compareTo(fullName(other)));
  }

  /** What a name, perhaps {@code Outer.Inner}, means within a type. */
  TypeDeclaration<?> find(String name, TypeDeclaration<?> scope) {
    int dot = name.indexOf('.');
    if (dot > 0) {
      return find(name.substring(dot + 1), find(name.substring(0, dot), scope));
    }
    return candidates(name, scope)
        .map(byFullName::get)
        .filter(found -> found != null)
        .<TypeDeclaration<?>>map(found -> found)
        .findFirst()
        .or(() -> onlyOne(name))
        .orElseThrow(() -> new AssertionError(fullName(scope) + " knows no type " + name));
  }

  /** What the table names and its controller does not: an answer that another class makes. */
  private Optional<TypeDeclaration<?>> onlyOne(String name) {
    List<TypeDeclaration<?>> found =
        endingIn(name)
            .filter(type -> type.isTopLevelType() && type.getNameAsString().equals(name))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static Stream<String> candidates(String name, TypeDeclaration<?> scope) {
    CompilationUnit unit = scope.findCompilationUnit().orElseThrow();
    Stream<String> nested =
        Stream.iterate(
                Optional.<Node>of(scope), Optional::isPresent, node -> node.get().getParentNode())
            .flatMap(Optional::stream)
            .filter(TypeDeclaration.class::isInstance)
            .map(node -> fullName((TypeDeclaration<?>) node) + "." + name);
    Stream<String> imported =
        unit.getImports().stream()
            .map(one -> one.getNameAsString())
            .filter(full -> full.endsWith("." + name));
    Stream<String> neighbour =
        unit.getPackageDeclaration().stream().map(own -> own.getNameAsString() + "." + name);
    return Stream.of(nested, imported, neighbour).flatMap(names -> names);
  }

  /** The value of a constant that a type can see: its own, or {@code Other.NAME}. */
  Expression constant(String name, TypeDeclaration<?> scope) {
    int dot = name.lastIndexOf('.');
    TypeDeclaration<?> owner = dot < 0 ? scope : find(name.substring(0, dot), scope);
    String simple = name.substring(dot + 1);
    Optional<Expression> own =
        owner.getMembers().stream()
            .filter(FieldDeclaration.class::isInstance)
            .flatMap(field -> ((FieldDeclaration) field).getVariables().stream())
            .filter(variable -> variable.getNameAsString().equals(simple))
            .flatMap(variable -> variable.getInitializer().stream())
            .findFirst();
    return own.orElseGet(
        () ->
            owner
                .getParentNode()
                .filter(TypeDeclaration.class::isInstance)
                .map(outer -> constant(simple, (TypeDeclaration<?>) outer))
                .orElseThrow(() -> new AssertionError(fullName(owner) + " has no " + name)));
  }

  /** The text of an expression of constants, such as {@code PATH + "/{id}"}. */
  String text(Expression expression, TypeDeclaration<?> scope) {
    if (expression.isBinaryExpr()) {
      return text(expression.asBinaryExpr().getLeft(), scope)
          + text(expression.asBinaryExpr().getRight(), scope);
    }
    return expression.isStringLiteralExpr()
        ? expression.asStringLiteralExpr().asString()
        : text(constant(expression.toString(), scope), scope);
  }

  /** The number of an expression that is one or names one. */
  long number(Expression expression, TypeDeclaration<?> scope) {
    if (expression.isUnaryExpr()) {
      return -number(expression.asUnaryExpr().getExpression(), scope);
    }
    return expression.isIntegerLiteralExpr() || expression.isLongLiteralExpr()
        ? Long.parseLong(expression.toString().replaceAll("[_L]", ""))
        : number(constant(expression.toString(), scope), scope);
  }

  static String fullName(TypeDeclaration<?> type) {
    return type.getFullyQualifiedName().orElseThrow();
  }
}
