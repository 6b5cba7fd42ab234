package dev.agora.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every object is of a type that is known here, and has no field that its type does not. */
class TypesTest {
  private interface Check {
    void accept(JsonElement object) throws IOException;
  }

  private static final Map<String, Check> KUBERNETES =
      Map.ofEntries(
          Map.entry("ConfigMap", V1ConfigMap::validateJsonElement),
          Map.entry("CronJob", V1CronJob::validateJsonElement),
          Map.entry("Deployment", V1Deployment::validateJsonElement),
          Map.entry("HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement),
          Map.entry("Ingress", V1Ingress::validateJsonElement),
          Map.entry("Job", V1Job::validateJsonElement),
          Map.entry("Namespace", V1Namespace::validateJsonElement),
          Map.entry("NetworkPolicy", V1NetworkPolicy::validateJsonElement),
          Map.entry("PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement),
          Map.entry("Service", V1Service::validateJsonElement),
          Map.entry("ServiceAccount", V1ServiceAccount::validateJsonElement));

  private static void check(JsonObject object) throws IOException {
    String kind = Overlay.kindOf(object);
    Check known = KUBERNETES.get(kind);
    if (known != null) {
      known.accept(object);
    } else if (StrimziTypes.know(kind)) {
      StrimziTypes.check(object);
    } else {
      OperatorSchemas.check(object);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Overlay.DEV, Overlay.STAGING, Overlay.PRODUCTION})
  void everyObjectIsWhatItsTypeAllows(String name) throws Exception {
    Overlay overlay = Overlay.render(name);
    assertThat(overlay.objects()).hasSizeGreaterThan(80);
    for (JsonObject object : overlay.objects()) {
      check(object);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Overlay.DEV, Overlay.STAGING, Overlay.PRODUCTION})
  void noNameIsThereTwice(String name) throws Exception {
    assertThat(Overlay.render(name).objects())
        .extracting(object -> Overlay.kindOf(object) + " " + Overlay.nameOf(object))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "Deployment, replica",
    "Job, retries",
    "Kafka, kafkas",
    "KafkaUser, authorisation",
    "Cluster, instance",
    "Pooler, instancez",
    "ScaledObject, minReplicas",
    "ServiceMonitor, endpoint",
    "HTTPRoute, rule",
    "ExternalSecret, interval"
  })
  void aMisspeltFieldIsRefused(String kind, String field) throws Exception {
    JsonObject object =
        Overlay.render(Overlay.PRODUCTION).all(kind).findFirst().orElseThrow().deepCopy();
    object.getAsJsonObject("spec").addProperty(field, 1);
    assertThatThrownBy(() -> check(object))
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(field));
  }

  @Test
  void anUnknownKindIsRefused() {
    JsonObject object = Overlay.parse("{kind: Deploymint, metadata: {name: a}}").getFirst();
    assertThatThrownBy(() -> check(object)).hasMessageContaining("Deploymint");
  }
}
