package dev.agora.http.body;

import jakarta.servlet.http.HttpServletRequest;

/** The bytes of a request's body, read once and within bounds, for whoever needs them again. */
public final class RawBody {

  static final String ATTRIBUTE = RawBody.class.getName();

  private RawBody() {}

  /** The body as it arrived; empty if there is none. A copy is not made: do not change it. */
  public static byte[] of(HttpServletRequest request) {
    Object body = request.getAttribute(ATTRIBUTE);
    return body instanceof byte[] bytes ? bytes : new byte[0];
  }
}
