package dev.agora.http.caller;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stops the start if a controller method does not say who may call it. */
final class AllowedToCheck implements SmartInitializingSingleton {

  private final RequestMappingHandlerMapping routes;

  AllowedToCheck(RequestMappingHandlerMapping routes) {
    this.routes = routes;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> open =
        routes.getHandlerMethods().values().stream()
            .filter(method -> !ErrorController.class.isAssignableFrom(method.getBeanType()))
            .filter(method -> !method.hasMethodAnnotation(AllowedTo.class))
            .map(HandlerMethod::getShortLogMessage)
            .distinct()
            .sorted()
            .toList();
    if (!open.isEmpty()) {
      throw new IllegalStateException(
          "these controller methods lack @AllowedTo: " + String.join(", ", open));
    }
  }
}
