package dev.agora.http.body;

import dev.agora.http.json.StrictJson;
import dev.agora.http.problem.BodyProblems;
import dev.agora.http.problem.ProblemException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses fields where a route takes none: whoever sends some believes that they do something. An
 * empty object is as good as nothing.
 */
final class NoBodyInterceptor implements HandlerInterceptor {

  /** What such a body may hold. */
  private record Nothing() {}

  private final JsonMapper json = StrictJson.mapper();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    byte[] body = RawBody.of(request);
    if (body.length > 0 && handler instanceof HandlerMethod method && !readsBody(method)) {
      try {
        json.readerFor(Nothing.class).readValue(body);
      } catch (JacksonException surplus) {
        throw new ProblemException(BodyProblems.of(surplus));
      }
    }
    return true;
  }

  private static boolean readsBody(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters()).anyMatch(NoBodyInterceptor::isBody);
  }

  private static boolean isBody(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return parameter.hasParameterAnnotation(RequestBody.class)
        || HttpEntity.class.isAssignableFrom(type)
        || ServletRequest.class.isAssignableFrom(type);
  }
}
