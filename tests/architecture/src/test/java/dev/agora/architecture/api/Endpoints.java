package dev.agora.architecture.api;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import dev.agora.architecture.project.Module;
import dev.agora.architecture.project.Project;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the controllers of all services offer to the gateway's callers. */
final class Endpoints {

  private static final Pattern MAPPING = Pattern.compile("(Get|Post|Put|Patch|Delete)Mapping");

  /** The controller of Stripe's events is the platform's, its path each service's own. */
  private static final Pattern WEBHOOK_PATH = Pattern.compile("path: (/webhooks/\\S+)");

  private Endpoints() {}

  /** By {@link Endpoint#key()}; two forms of one answer are one of them. */
  static Map<String, Endpoint> read() {
    Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    Project.modules().stream()
        .filter(Module::isService)
        .forEach(module -> addAll(module, endpoints));
    return endpoints;
  }

  private static void addAll(Module module, Map<String, Endpoint> endpoints) {
    Types types = new Types(module.path());
    Optional<String> webhook = webhookOf(module);
    types
        .endingIn("Controller")
        .filter(controller -> Endpoint.has(controller, "RestController"))
        .forEach(
            controller ->
                controller
                    .getMethods()
                    .forEach(
                        handler ->
                            handler.getAnnotations().stream()
                                .filter(it -> MAPPING.matcher(it.getNameAsString()).matches())
                                .map(it -> endpoint(module, types, controller, handler, it))
                                .flatMap(it -> atWebhook(it, webhook).stream())
                                .filter(it -> !it.path().startsWith("/internal/"))
                                .forEach(it -> endpoints.putIfAbsent(it.key(), it))));
  }

  private static Endpoint endpoint(
      Module module,
      Types types,
      TypeDeclaration<?> controller,
      MethodDeclaration handler,
      AnnotationExpr mapping) {
    String method = mapping.getNameAsString().replace("Mapping", "").toUpperCase(Locale.ROOT);
    String prefix =
        controller
            .getAnnotationByName("RequestMapping")
            .map(it -> pathOf(it, types, controller))
            .orElse("");
    String path = prefix + pathOf(mapping, types, controller);
    return new Endpoint(method, path, module.path(), types, controller, handler);
  }

  private static String pathOf(AnnotationExpr mapping, Types types, TypeDeclaration<?> scope) {
    return Endpoint.member(mapping, "value")
        .or(() -> Endpoint.member(mapping, "path"))
        .map(value -> types.text(value, scope))
        .orElse("");
  }

  private static Optional<Endpoint> atWebhook(Endpoint endpoint, Optional<String> webhook) {
    if (!endpoint.path().startsWith("${")) {
      return Optional.of(endpoint);
    }
    return webhook.map(
        path ->
            new Endpoint(
                endpoint.method(),
                path,
                endpoint.service(),
                endpoint.types(),
                endpoint.controller(),
                endpoint.handler()));
  }

  private static Optional<String> webhookOf(Module module) {
    Matcher path =
        WEBHOOK_PATH.matcher(
            Project.read(module.folder().resolve("src/main/resources/application.yml")));
    return path.find() ? Optional.of(path.group(1)) : Optional.empty();
  }
}
