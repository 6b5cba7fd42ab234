package dev.agora.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.local.infrastructure.ProjectFolder;
import dev.agora.local.infrastructure.Topic;
import dev.agora.local.infrastructure.TopicCatalogue;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlaysTest {
  private static final Pattern PORT =
      Pattern.compile("(?m)^(?:server\\.port: |server:\\n  port: )(?:\\$\\{SERVER_PORT:)?(\\d+)");

  private interface Check {
    void accept(JsonElement object) throws IOException;
  }

  private static final Map<String, Check> CORE =
      Map.of(
          "ConfigMap", V1ConfigMap::validateJsonElement,
          "Deployment", V1Deployment::validateJsonElement,
          "HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement,
          "Ingress", V1Ingress::validateJsonElement,
          "Namespace", V1Namespace::validateJsonElement,
          "NetworkPolicy", V1NetworkPolicy::validateJsonElement,
          "PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
          "Service", V1Service::validateJsonElement,
          "ServiceAccount", V1ServiceAccount::validateJsonElement);

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "production"})
  void kubernetesKnowsEveryField(String name) throws Exception {
    Overlay overlay = Overlay.render(name);
    assertThat(overlay.objects()).extracting(Overlay::kindOf).containsAll(CORE.keySet());
    for (JsonObject object : overlay.objects()) {
      Check check = CORE.get(Overlay.kindOf(object));
      if (check != null) {
        check.accept(object);
      }
    }
  }

  @Test
  void aMisspeltFieldIsRefused() throws Exception {
    JsonObject deployment = Overlay.render("dev").all("Deployment").findFirst().orElseThrow();
    Overlay.container(deployment).addProperty("readOnlyRoot", true);
    assertThatThrownBy(() -> V1Deployment.validateJsonElement(deployment))
        .hasMessageContaining("readOnlyRoot");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "production"})
  void topicsAreThoseOfTheContracts(String name) throws Exception {
    Map<String, String> declared = new TreeMap<>();
    for (Topic topic : TopicCatalogue.read()) {
      String kept = topic.compacted() ? "compact" : Long.toString(topic.retention().toMillis());
      declared.put(topic.name(), topic.partitions() + " " + kept);
    }
    Map<String, String> deployed = new TreeMap<>();
    Overlay.render(name)
        .all("KafkaTopic")
        .forEach(topic -> deployed.put(Overlay.nameOf(topic), describe(topic)));
    assertThat(deployed).isEqualTo(declared);
  }

  private static String describe(JsonObject topic) {
    JsonObject spec = topic.getAsJsonObject("spec");
    JsonObject config = spec.getAsJsonObject("config");
    String kept = config.has("cleanup.policy") ? "cleanup.policy" : "retention.ms";
    return spec.get("partitions").getAsInt() + " " + config.get(kept).getAsString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "production"})
  void portsAndImagesAreThoseOfTheModules(String name) throws Exception {
    Path project = ProjectFolder.find();
    for (JsonObject deployment : Overlay.render(name).all("Deployment").toList()) {
      JsonObject container = Overlay.container(deployment);
      String image = container.get("image").getAsString();
      String module = image.substring("agora/".length(), image.indexOf(':'));
      Path settings = project.resolve(module).resolve("src/main/resources/application.yml");
      Matcher port = PORT.matcher(Files.readString(settings));
      assertThat(port.find()).as(module).isTrue();
      int expected = Integer.parseInt(port.group(1));
      assertThat(container.getAsJsonArray("ports").asList())
          .extracting(entry -> entry.getAsJsonObject().get("containerPort").getAsInt())
          .as(module)
          .containsExactly(expected, expected + 1000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "production"})
  void everyPodIsHardened(String name) throws Exception {
    for (JsonObject deployment : Overlay.render(name).all("Deployment").toList()) {
      JsonObject pod = Overlay.podOf(deployment);
      assertThat(pod.get("automountServiceAccountToken").getAsBoolean()).isFalse();
      JsonObject security = pod.getAsJsonObject("securityContext");
      assertThat(security.get("runAsNonRoot").getAsBoolean()).isTrue();
      JsonObject container = Overlay.container(deployment);
      JsonObject own = container.getAsJsonObject("securityContext");
      assertThat(own.get("readOnlyRootFilesystem").getAsBoolean()).isTrue();
      assertThat(own.get("allowPrivilegeEscalation").getAsBoolean()).isFalse();
      assertThat(container.keySet())
          .contains("startupProbe", "livenessProbe", "readinessProbe", "resources", "lifecycle");
    }
  }
}
