package dev.agora.stripesimulator.http;

import com.google.gson.annotations.SerializedName;
import com.stripe.net.ApiRequestParams;
import com.stripe.param.common.EmptyParam;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** What stripe-java's parameter classes say about themselves. */
final class ParameterFields {
  private static final ConcurrentMap<Class<?>, Map<String, Type>> KNOWN = new ConcurrentHashMap<>();

  private ParameterFields() {}

  /** The parameters of a class by the names they have on the wire. */
  static Map<String, Type> of(Class<?> rules) {
    return KNOWN.computeIfAbsent(rules, ParameterFields::read);
  }

  private static Map<String, Type> read(Class<?> rules) {
    Map<String, Type> fields = new HashMap<>();
    for (Field field : rules.getDeclaredFields()) {
      SerializedName name = field.getAnnotation(SerializedName.class);
      if (name != null && !name.value().equals(ApiRequestParams.EXTRA_PARAMS_KEY)) {
        Type type = field.getGenericType();
        fields.put(name.value(), type == Object.class ? fromSetters(rules, field) : type);
      }
    }
    return Map.copyOf(fields);
  }

  /**
   * A field that may be emptied is declared as {@code Object}; what else it may be, the builder's
   * setters say. Where they leave a choice, anything goes.
   */
  private static Type fromSetters(Class<?> rules, Field field) {
    String setter =
        "set"
            + field.getName().substring(0, 1).toUpperCase(Locale.ROOT)
            + field.getName().substring(1);
    List<Type> choices =
        Stream.of(rules.getDeclaredClasses())
            .filter(nested -> nested.getSimpleName().equals("Builder"))
            .flatMap(builder -> Stream.of(builder.getMethods()))
            .filter(method -> method.getName().equals(setter) && method.getParameterCount() == 1)
            .map(method -> method.getGenericParameterTypes()[0])
            .filter(type -> type != EmptyParam.class)
            .toList();
    return choices.size() == 1 ? choices.getFirst() : Object.class;
  }

  /** Whether the class is a group of parameters and not a single value. */
  static boolean isNested(Class<?> type) {
    return type.getName().startsWith("com.stripe.param.");
  }

  /** The values an enumeration allows; none when anything goes. */
  static List<String> constants(Class<?> type) {
    return Stream.ofNullable(type.getEnumConstants())
        .flatMap(Stream::of)
        .map(constant -> ((ApiRequestParams.EnumParam) constant).getValue())
        .toList();
  }
}
