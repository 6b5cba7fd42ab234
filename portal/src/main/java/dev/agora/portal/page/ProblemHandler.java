package dev.agora.portal.page;

import dev.agora.portal.api.ApiProblem;
import dev.agora.portal.session.CurrentSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A form that was refused comes back as it was, with advice; a page that can not be read says why.
 */
@ControllerAdvice
class ProblemHandler {

  static final String KEPT_KEY = "keptKey";

  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
  private static final String PORTAL = "/portal/";
  private static final Set<String> ENDED =
      Set.of(
          "authentication_required",
          "invalid_credential",
          "expired_credential",
          "revoked_credential");

  private final CurrentSession session;

  ProblemHandler(CurrentSession session) {
    this.session = session;
  }

  @ExceptionHandler
  ModelAndView refused(
      ApiProblem problem, HttpServletRequest request, HttpServletResponse response) {
    if (problem.isOutage()) {
      log.warn("The API does not serve {}: {}", request.getRequestURI(), problem.code());
    }
    if (ENDED.contains(problem.code())) {
      session.end(request);
      return new ModelAndView("redirect:/portal/sign-in?ended");
    }
    if (problem.is("step_up_required")) {
      return new ModelAndView("redirect:/portal/security/step-up?back=" + cameFrom(request));
    }
    Advice advice = Advice.about(problem);
    if (HttpMethod.POST.matches(request.getMethod())) {
      return back(advice, problem, request);
    }
    ModelAndView page = new ModelAndView("problem", Map.of("advice", advice));
    page.addObject("entered", Map.of());
    page.addObject("path", request.getRequestURI());
    session.signedIn().ifPresent(human -> page.addObject("me", human));
    page.setStatus(
        problem.isOutage()
            ? HttpStatus.SERVICE_UNAVAILABLE
            : HttpStatusCode.valueOf(problem.status()));
    return page;
  }

  private static ModelAndView back(Advice advice, ApiProblem problem, HttpServletRequest request) {
    FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
    flash.put("advice", advice);
    flash.put("entered", entered(request));
    String key = request.getParameter("formKey");
    if (problem.isOutcomeUnknown() && key != null) {
      flash.put(KEPT_KEY, key);
    }
    return new ModelAndView("redirect:" + cameFrom(request));
  }

  /** What was written into the form, but nothing that is secret. */
  private static Map<String, String> entered(HttpServletRequest request) {
    Map<String, String> entered = new TreeMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              boolean secret =
                  lower.contains("password") || lower.contains("code") || lower.contains("cred");
              if (!secret && !lower.contains("csrf") && values.length > 0) {
                entered.put(name, values[0]);
              }
            });
    return entered;
  }

  /** Where the form was: a path of ours, whatever the browser says. */
  private static String cameFrom(HttpServletRequest request) {
    String referrer = request.getHeader(HttpHeaders.REFERER);
    if (referrer == null) {
      return PORTAL + "overview";
    }
    try {
      URI page = URI.create(referrer);
      String path = String.valueOf(page.getRawPath());
      String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
      return path.startsWith(PORTAL) ? path + query : PORTAL + "overview";
    } catch (IllegalArgumentException unreadable) {
      return PORTAL + "overview";
    }
  }
}
