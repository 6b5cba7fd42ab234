package dev.agora.architecture.api;

import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Java's records as JSON Schemas, which the document's components collect. */
final class Schemas {

  private final Map<String, Object> components = new TreeMap<>();
  private final Map<String, String> owners = new HashMap<>();

  Schemas() {
    components.putAll(BasicSchemas.ALL);
  }

  /** Every schema that one of the others names. */
  Map<String, Object> components() {
    return components;
  }

  /**
   * Where a schema stands: whose names its types have, and whether callers send it.
   *
   * @param service such as {@code ledger-service}
   */
  record Place(String service, Types types, TypeDeclaration<?> scope, boolean sent) {

    Place in(TypeDeclaration<?> other) {
      return new Place(service, types, other, sent);
    }
  }

  static Map<String, Object> ref(String component) {
    return new LinkedHashMap<>(Map.of("$ref", "#/components/schemas/" + component));
  }

  Map<String, Object> of(Type type, List<AnnotationExpr> annotations, Place place) {
    Map<String, Object> schema = plain(type, place);
    List<AnnotationExpr> all = new ArrayList<>(annotations);
    all.addAll(type.getAnnotations());
    new Keywords(place.types(), place.scope()).addTo(schema, all);
    return schema;
  }

  private Map<String, Object> plain(Type type, Place place) {
    String name = type.isClassOrInterfaceType() ? nameOf(type) : type.asString();
    return switch (name) {
      case "String", "URI" -> typed("string");
      case "boolean", "Boolean" -> typed("boolean");
      case "int", "Integer" -> formatted("integer", "int32");
      case "long", "Long" -> formatted("integer", "int64");
      case "BigDecimal" -> typed("number");
      case "Instant" -> formatted("string", "date-time");
      case "LocalDate" -> formatted("string", "date");
      case "Duration" -> ref("Duration");
      case "Credits", "Usd" -> ref(place.sent() ? name + "ToSend" : name);
      case "Problem" -> ref("Problem");
      case "JsonNode", "Object" -> new LinkedHashMap<>();
      case "List" -> list(argument(type, 0), place);
      case "Page" -> page(argument(type, 0), place);
      case "Map" -> map(argument(type, 0), argument(type, 1), place);
      default -> declared(place.types().find(name, place.scope()), place);
    };
  }

  private static String nameOf(Type type) {
    ClassOrInterfaceType named = type.asClassOrInterfaceType();
    return named.getScope().map(scope -> nameOf(scope) + ".").orElse("") + named.getNameAsString();
  }

  private static Type argument(Type type, int index) {
    return type.asClassOrInterfaceType().getTypeArguments().orElseThrow().get(index);
  }

  private static Map<String, Object> typed(String type) {
    return new LinkedHashMap<>(Map.of("type", type));
  }

  private static Map<String, Object> formatted(String type, String format) {
    Map<String, Object> schema = typed(type);
    schema.put("format", format);
    return schema;
  }

  private Map<String, Object> list(Type item, Place place) {
    Map<String, Object> schema = typed("array");
    schema.put("items", of(item, List.of(), place));
    return schema;
  }

  private Map<String, Object> page(Type item, Place place) {
    Map<String, Object> schema = typed("object");
    schema.put(
        "properties",
        ordered(
            "items",
            list(item, place),
            "nextCursor",
            ordered(
                "type",
                List.of("string", "null"),
                "description",
                "The `cursor` of the next page; null on the last one.")));
    schema.put("required", List.of("items", "nextCursor"));
    return schema;
  }

  private Map<String, Object> map(Type key, Type value, Place place) {
    Map<String, Object> schema = typed("object");
    Map<String, Object> names = of(key, List.of(), place);
    if (names.size() > 1) {
      names.remove("type");
      schema.put("propertyNames", names);
    }
    schema.put("additionalProperties", of(value, List.of(), place));
    return schema;
  }

  private Map<String, Object> declared(TypeDeclaration<?> type, Place place) {
    if (type instanceof EnumDeclaration constants) {
      Map<String, Object> schema = typed("string");
      schema.put("enum", constants.getEntries().stream().map(it -> it.getNameAsString()).toList());
      return schema;
    }
    String name = nameFor(type, place.service());
    if (!components.containsKey(name)) {
      components.put(name, Map.of());
      components.put(name, record(type.asRecordDeclaration(), place.in(type)));
    }
    return ref(name);
  }

  /**
   * A nested type is named after the one around it; the second of two equal names after its
   * service.
   */
  private String nameFor(TypeDeclaration<?> type, String service) {
    String full = Types.fullName(type);
    String simple = type.getNameAsString();
    String name =
        type.getParentNode()
            .filter(TypeDeclaration.class::isInstance)
            .map(outer -> ((TypeDeclaration<?>) outer).getNameAsString())
            .map(outer -> outer.replaceAll("(Controller|Answers?|Forms|View)$", ""))
            .filter(outer -> !simple.startsWith(outer))
            .map(outer -> outer + simple)
            .orElse(simple);
    if (!owners.computeIfAbsent(name, _ -> full).equals(full)) {
      String prefix = service.replace("-service", "");
      name = Character.toUpperCase(prefix.charAt(0)) + prefix.substring(1) + name;
      owners.putIfAbsent(name, full);
    }
    return name;
  }

  private Map<String, Object> record(RecordDeclaration type, Place place) {
    Documented documented = Documented.of(type);
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Parameter component : type.getParameters()) {
      if (Endpoint.has(component, "JsonIgnore")) {
        continue;
      }
      String name = wireName(component, place);
      Map<String, Object> schema = member(component, place);
      documented.of(component.getNameAsString()).ifPresent(it -> schema.put("description", it));
      properties.put(name, schema);
      if (isRequired(type, component, place.sent())) {
        required.add(name);
      }
    }
    Map<String, Object> schema = typed("object");
    documented.text().ifPresent(it -> schema.put("description", it));
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    if (place.sent()) {
      schema.put("additionalProperties", false);
    }
    return schema;
  }

  private Map<String, Object> member(Parameter component, Place place) {
    if (Endpoint.has(component, "JsonRawValue")) {
      return new LinkedHashMap<>();
    }
    Map<String, Object> schema =
        of(component.getType(), List.copyOf(component.getAnnotations()), place);
    return isNullable(component) ? Keywords.orNull(schema) : schema;
  }

  private static boolean isNullable(Parameter component) {
    return Endpoint.has(component, "Nullable")
        || component.getType().getAnnotations().stream()
            .anyMatch(it -> it.getNameAsString().equals("Nullable"));
  }

  private static boolean isRequired(RecordDeclaration type, Parameter component, boolean sent) {
    boolean mayBeLeftOut =
        sent || Endpoint.has(type, "JsonInclude") || Endpoint.has(component, "JsonInclude");
    return !(mayBeLeftOut && isNullable(component));
  }

  private static String wireName(Parameter component, Place place) {
    return component
        .getAnnotationByName("JsonProperty")
        .flatMap(it -> Endpoint.member(it, "value"))
        .map(it -> place.types().text(it, place.scope()))
        .orElse(component.getNameAsString());
  }

  /** A map that keeps the order in which it is written. */
  @SuppressWarnings("NullAway")
  static Map<String, Object> ordered(@Nullable Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      map.put((String) namesAndValues[index], namesAndValues[index + 1]);
    }
    return map;
  }
}
