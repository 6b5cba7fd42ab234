package dev.agora.portal.page;

import dev.agora.portal.session.CurrentSession;
import dev.agora.portal.session.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What every template may name. */
@ControllerAdvice(annotations = Controller.class)
class CommonModel {

  private final CurrentSession session;
  private final Supplier<String> formKeys;

  CommonModel(CurrentSession session, Supplier<String> formKeys) {
    this.session = session;
    this.formKeys = formKeys;
  }

  /** Who is signed in. */
  @ModelAttribute("me")
  @Nullable SignedIn me() {
    return session.signedIn().orElse(null);
  }

  /**
   * The one-time key of a money form: pressed twice, it pays once. After a silence the form keeps
   * the key that it was sent with.
   */
  @ModelAttribute("formKey")
  String formKey(HttpServletRequest request) {
    Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
    Object kept = flash == null ? null : flash.get(ProblemHandler.KEPT_KEY);
    return kept == null ? formKeys.get() : kept.toString();
  }

  /** What was entered into a form that came back. */
  @ModelAttribute("entered")
  Map<String, String> entered() {
    return Map.of();
  }

  @ModelAttribute("path")
  String path(HttpServletRequest request) {
    return request.getRequestURI();
  }
}
