package dev.agora.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import io.strimzi.api.kafka.model.common.UnknownPropertyPreserving;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Strimzi's own classes, which put what they do not know into a map of its own. */
final class StrimziTypes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "Kafka", Kafka.class,
          "KafkaNodePool", KafkaNodePool.class,
          "KafkaTopic", KafkaTopic.class,
          "KafkaUser", KafkaUser.class);

  private StrimziTypes() {}

  static boolean know(String kind) {
    return TYPES.containsKey(kind);
  }

  static void check(JsonObject object) {
    Class<?> type = TYPES.get(Overlay.kindOf(object));
    assertThat(object.get("apiVersion").getAsString()).isEqualTo("kafka.strimzi.io/v1");
    try {
      look(JSON.readValue(object.toString(), type), Overlay.nameOf(object));
    } catch (JsonProcessingException e) {
      throw new AssertionError(Overlay.nameOf(object) + ": " + e.getMessage(), e);
    }
  }

  private static void look(@Nullable Object value, String path) {
    if (value instanceof Collection<?> several) {
      several.forEach(one -> look(one, path));
    } else if (value != null && value.getClass().getName().startsWith("io.strimzi.")) {
      if (value instanceof UnknownPropertyPreserving known) {
        assertThat(known.getAdditionalProperties()).as("unknown in " + path).isEmpty();
      }
      properties(value, path);
    }
  }

  private static void properties(Object value, String path) {
    if (value.getClass().isEnum()) {
      return;
    }
    try {
      for (PropertyDescriptor property :
          Introspector.getBeanInfo(value.getClass(), Object.class).getPropertyDescriptors()) {
        if (property.getReadMethod() != null) {
          look(property.getReadMethod().invoke(value), path + "." + property.getName());
        }
      }
    } catch (IntrospectionException | ReflectiveOperationException e) {
      throw new AssertionError(path, e);
    }
  }
}
