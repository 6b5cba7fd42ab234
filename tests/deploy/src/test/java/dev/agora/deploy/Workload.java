package dev.agora.deploy;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Something of ours that runs in a cluster.
 *
 * @param kind Deployment, Job or CronJob
 * @param name of the object
 * @param object the whole of it
 * @param template of its pods
 */
record Workload(String kind, String name, JsonObject object, JsonObject template) {

  static Workload of(JsonObject object) {
    String kind = Overlay.kindOf(object);
    JsonObject template =
        kind.equals("CronJob")
            ? Overlay.require(object, "spec", "jobTemplate", "spec", "template").getAsJsonObject()
            : Overlay.require(object, "spec", "template").getAsJsonObject();
    return new Workload(kind, Overlay.nameOf(object), object, template);
  }

  boolean isService() {
    return kind.equals("Deployment");
  }

  JsonObject pod() {
    return template.getAsJsonObject("spec");
  }

  /** Each of ours has one container. */
  JsonObject container() {
    return pod().getAsJsonArray("containers").get(0).getAsJsonObject();
  }

  /** The name that network policies know it by. */
  String label() {
    return Overlay.require(template, "metadata", "labels", "app.kubernetes.io/name").getAsString();
  }

  /** The module that its image is built from. */
  String module() {
    String image = container().get("image").getAsString();
    return image.substring(image.indexOf('/') + 1, image.indexOf(':'));
  }

  /** Its own variables, empty where the value is a secret's. */
  Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    Overlay.each(container(), "env")
        .forEach(
            variable ->
                variables.put(
                    variable.get("name").getAsString(),
                    variable.has("value") ? variable.get("value").getAsString() : ""));
    return variables;
  }

  /** The fields of its container. */
  Set<String> fields() {
    return container().keySet();
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
