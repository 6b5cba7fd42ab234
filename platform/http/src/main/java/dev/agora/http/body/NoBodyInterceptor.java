package dev.agora.http.body;

import dev.agora.http.json.StrictJson;
import dev.agora.http.problem.BodyProblems;
import dev.agora.http.problem.ProblemException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Refuses fields where a route takes none: whoever sends some believes that they do something. An
 * empty object is as good as nothing. Which routes those are is found out once, at the start.
 */
final class NoBodyInterceptor implements HandlerInterceptor {

  /** What such a body may hold. */
  private record Nothing() {}

  private final ObjectReader nothing = StrictJson.mapper().readerFor(Nothing.class);

  /** Of the routes that read no body. Written before the server takes requests. */
  private volatile Set<Method> bodiless = Set.of();

  /** Takes note of those routes that read no body; of any other one nothing is refused. */
  void learn(Collection<HandlerMethod> routes) {
    bodiless =
        routes.stream()
            .filter(route -> !readsBody(route))
            .map(HandlerMethod::getMethod)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    byte[] body = RawBody.of(request);
    if (body.length > 0
        && handler instanceof HandlerMethod route
        && bodiless.contains(route.getMethod())) {
      try {
        nothing.readValue(body);
      } catch (JacksonException surplus) {
        throw new ProblemException(BodyProblems.of(surplus));
      }
    }
    return true;
  }

  private static boolean readsBody(HandlerMethod route) {
    return Arrays.stream(route.getMethodParameters()).anyMatch(NoBodyInterceptor::isBody);
  }

  private static boolean isBody(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return parameter.hasParameterAnnotation(RequestBody.class)
        || HttpEntity.class.isAssignableFrom(type)
        || ServletRequest.class.isAssignableFrom(type);
  }
}
