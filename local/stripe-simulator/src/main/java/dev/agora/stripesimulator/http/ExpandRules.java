package dev.agora.stripesimulator.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.annotations.SerializedName;
import com.stripe.model.ExpandableField;
import com.stripe.model.StripeCollectionInterface;
import dev.agora.stripesimulator.state.Json;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks {@code expand[]} before anything is executed, against the model class that belongs to the
 * endpoint's parameter class: what stripe-java does not know as expandable, Stripe does not expand.
 */
final class ExpandRules {
  private static final Pattern PARAMS =
      Pattern.compile(
          "com\\.stripe\\.param\\.((?:[a-z]+\\.)?\\w+?)"
              + "(Create|Retrieve|Update|List|Confirm|Cancel|Expire|Attach|Detach|Close)Params");
  private static final int DEEPEST = 4;

  private ExpandRules() {}

  static void check(Class<?> rules, JsonObject params) {
    List<JsonElement> asked = Json.list(params, "expand");
    Matcher name = PARAMS.matcher(rules.getName());
    if (asked.isEmpty() || !name.matches()) {
      return;
    }
    Optional<Class<?>> model = model("com.stripe.model." + name.group(1));
    boolean list = name.group(2).equals("List");
    for (JsonElement path : asked) {
      List<String> keys = List.of(path.getAsString().split("\\.", -1));
      boolean wrapped = !list || keys.getFirst().equals("data");
      List<String> inner = list ? keys.subList(1, keys.size()) : keys;
      if (!wrapped || keys.size() > DEEPEST || !model.map(m -> expands(m, inner)).orElse(true)) {
        throw StripeFailure.parameter(
            "parameter_invalid_string",
            "expand",
            "This property cannot be expanded (%s).".formatted(path.getAsString()));
      }
    }
  }

  private static Optional<Class<?>> model(String name) {
    try {
      return Optional.of(Class.forName(name));
    } catch (ClassNotFoundException noSuchModel) {
      return Optional.empty();
    }
  }

  private static boolean expands(Class<?> model, List<String> path) {
    if (path.isEmpty() || model.isInterface()) {
      // An interface stands for several objects; which one it is, is known only later.
      return model.isInterface();
    }
    Optional<Field> field = field(model, path.getFirst());
    if (field.isEmpty()) {
      return false;
    }
    Class<?> type = field.get().getType();
    boolean last = path.size() == 1;
    boolean expandable =
        type == ExpandableField.class || StripeCollectionInterface.class.isAssignableFrom(type);
    return last
        ? expandable
        : expands(target(field.get().getGenericType()), path.subList(1, path.size()));
  }

  private static Optional<Field> field(Class<?> model, String name) {
    return Stream.of(model.getDeclaredFields()).filter(field -> isNamed(field, name)).findFirst();
  }

  private static boolean isNamed(Field field, String name) {
    SerializedName serialized = field.getAnnotation(SerializedName.class);
    return serialized != null && serialized.value().equals(name);
  }

  private static Class<?> target(Type type) {
    return switch (type) {
      case Class<?> plain -> plain;
      case ParameterizedType generic -> target(generic.getActualTypeArguments()[0]);
      default -> Object.class;
    };
  }
}
