package dev.agora.http.caller;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Where a request keeps its caller. */
public final class CurrentCaller {

  private static final String ATTRIBUTE = Caller.class.getName();

  private CurrentCaller() {}

  /**
   * The caller of an admitted request.
   *
   * @throws IllegalStateException if no token was checked, which only a test can bring about
   */
  public static Caller of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("the request has no caller: the token filter has not run");
  }

  static void set(HttpServletRequest request, @Nullable Caller caller) {
    request.setAttribute(ATTRIBUTE, caller);
  }
}
