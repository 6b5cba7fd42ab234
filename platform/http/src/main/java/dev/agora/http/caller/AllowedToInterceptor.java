package dev.agora.http.caller;

import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Refuses everybody whom {@link AllowedTo} does not name, and everybody where it is missing. */
final class AllowedToInterceptor implements HandlerInterceptor {

  private final FreshSignIn freshSignIn;

  AllowedToInterceptor(FreshSignIn freshSignIn) {
    this.freshSignIn = freshSignIn;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof ResourceHttpRequestHandler) {
      // There are no static files: it says 404.
      return true;
    }
    if (handler instanceof HandlerMethod method) {
      if (ErrorController.class.isAssignableFrom(method.getBeanType())) {
        return true;
      }
      AllowedTo allowed = method.getMethodAnnotation(AllowedTo.class);
      if (allowed != null) {
        Caller caller = CurrentCaller.of(request);
        Admission.refusal(caller, allowed)
            .or(() -> allowed.fresh() ? freshSignIn.refusal(caller) : Optional.empty())
            .ifPresent(
                refusal -> {
                  throw new ProblemException(refusal);
                });
        return true;
      }
    }
    throw new ProblemException(
        Problem.of(CommonProblem.NOT_ALLOWED, "Nobody may call this over HTTP."));
  }
}
