package dev.agora.architecture.api;

import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bean Validation's annotations as keywords of JSON Schema. */
final class Keywords {

  private final Types types;
  private final TypeDeclaration<?> scope;

  Keywords(Types types, TypeDeclaration<?> scope) {
    this.types = types;
    this.scope = scope;
  }

  /** Adds to a schema what the annotations of a value say about it. */
  void addTo(Map<String, Object> schema, List<AnnotationExpr> annotations) {
    List<String> patterns = new ArrayList<>();
    for (AnnotationExpr annotation : annotations) {
      switch (annotation.getNameAsString()) {
        case "Size" -> addSize(schema, annotation);
        case "Min" -> number(annotation, "value").ifPresent(it -> schema.put("minimum", it));
        case "Max" -> number(annotation, "value").ifPresent(it -> schema.put("maximum", it));
        case "NotBlank" -> {
          schema.putIfAbsent("minLength", 1L);
          patterns.add("\\S");
        }
        case "Pattern" ->
            Endpoint.member(annotation, "regexp")
                .ifPresent(regexp -> patterns.add(Patterns.ofJava(types.text(regexp, scope))));
        case "OneLine" -> patterns.add(Patterns.ONE_LINE);
        case "ManyLines" -> patterns.add(Patterns.MANY_LINES);
        default -> {
          // Says nothing that a schema could.
        }
      }
    }
    addPatterns(schema, patterns);
  }

  private static void addPatterns(Map<String, Object> schema, List<String> patterns) {
    if (patterns.size() == 1) {
      schema.put("pattern", patterns.getFirst());
    } else if (patterns.size() > 1) {
      schema.put("allOf", patterns.stream().map(one -> Map.of("pattern", one)).toList());
    }
  }

  private void addSize(Map<String, Object> schema, AnnotationExpr size) {
    String what =
        switch (String.valueOf(schema.get("type"))) {
          case "array" -> "Items";
          case "object" -> "Properties";
          default -> "Length";
        };
    number(size, "min").ifPresent(min -> schema.put("min" + what, min));
    number(size, "max").ifPresent(max -> schema.put("max" + what, max));
  }

  private Optional<Long> number(AnnotationExpr annotation, String member) {
    Optional<Expression> value = Endpoint.member(annotation, member);
    return value.map(it -> types.number(it, scope));
  }

  /** Lets null in beside what a schema says. */
  static Map<String, Object> orNull(Map<String, Object> schema) {
    Map<String, Object> nullable = new LinkedHashMap<>(schema);
    Object type = schema.get("type");
    if (schema.containsKey("$ref") || schema.containsKey("enum")) {
      return new LinkedHashMap<>(Map.of("anyOf", List.of(schema, Map.of("type", "null"))));
    }
    if (type instanceof List<?> several) {
      List<Object> all = new ArrayList<>(several);
      all.add("null");
      nullable.put("type", all);
    } else if (type != null) {
      nullable.put("type", List.of(type, "null"));
    }
    return nullable;
  }
}
