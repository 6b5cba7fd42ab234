package dev.agora.architecture.api;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One method of a controller.
 *
 * @param method such as {@code POST}
 * @param path with the class's prefix
 * @param service such as {@code ledger-service}
 */
record Endpoint(
    String method,
    String path,
    String service,
    Types types,
    TypeDeclaration<?> controller,
    MethodDeclaration handler) {

  private static final Pattern PATH_VARIABLE = Pattern.compile("\\{(\\w+)}");

  /** The same of another service, whose name its path has in place of {@code {service}}. */
  Endpoint at(String name, String module) {
    return new Endpoint(
        method, path.replace("{service}", name), module, types, controller, handler);
  }

  /** As tables name it: {@code GET /api/v1/me}. */
  String key() {
    return method + " " + path;
  }

  /** The roles that {@code @AllowedTo} admits. */
  List<String> roles() {
    return allowed("value");
  }

  /** The scopes that an agent's key needs, as keys spell them. */
  List<String> scopes() {
    return allowed("scopes").stream()
        .map(
            name ->
                name.equals("CONVERT")
                    ? "convert"
                    : name.toLowerCase(Locale.ROOT).replace('_', ':'))
        .toList();
  }

  /** Whether the caller has to have shown a password or a passkey a moment ago. */
  boolean isFresh() {
    return member(handler.getAnnotationByName("AllowedTo").orElseThrow(), "fresh").isPresent();
  }

  boolean takes(String type) {
    return handler.getParameters().stream().anyMatch(it -> it.getTypeAsString().equals(type));
  }

  Optional<Parameter> body() {
    return parameters("RequestBody").findFirst();
  }

  Stream<Parameter> parameters(String annotation) {
    return handler.getParameters().stream()
        .filter(parameter -> parameter.getAnnotationByName(annotation).isPresent());
  }

  /** The names in the path's braces. */
  List<String> pathVariables() {
    return PATH_VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
  }

  private List<String> allowed(String member) {
    AnnotationExpr annotation = handler.getAnnotationByName("AllowedTo").orElseThrow();
    return member(annotation, member).stream()
        .flatMap(
            value ->
                value.isArrayInitializerExpr()
                    ? value.asArrayInitializerExpr().getValues().stream()
                    : Stream.of(value))
        .map(value -> value.toString().substring(value.toString().lastIndexOf('.') + 1))
        .toList();
  }

  /** A member of an annotation; {@code value} also where its name is left out. */
  static Optional<Expression> member(AnnotationExpr annotation, String name) {
    if (annotation.isSingleMemberAnnotationExpr()) {
      return name.equals("value")
          ? Optional.of(annotation.asSingleMemberAnnotationExpr().getMemberValue())
          : Optional.empty();
    }
    return annotation.isNormalAnnotationExpr()
        ? annotation.asNormalAnnotationExpr().getPairs().stream()
            .filter(pair -> pair.getNameAsString().equals(name))
            .map(MemberValuePair::getValue)
            .findFirst()
        : Optional.empty();
  }

  static boolean has(NodeWithAnnotations<?> node, String annotation) {
    return node.getAnnotationByName(annotation).isPresent();
  }
}
