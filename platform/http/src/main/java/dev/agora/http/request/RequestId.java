package dev.agora.http.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The id that a request, its answer, its log lines and a problem's {@code instance} share. */
public final class RequestId {

  /** The header that brings it and returns it. */
  public static final String HEADER = "X-Request-Id";

  static final String ATTRIBUTE = RequestId.class.getName();

  /** What may stand in a log line and a header without escaping. */
  private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

  private RequestId() {}

  /** The id of the request; null before {@code RequestFilter} has run. */
  public static @Nullable String of(HttpServletRequest request) {
    return (String) request.getAttribute(ATTRIBUTE);
  }

  /** The id of the request that this thread answers; null outside of one. */
  public static @Nullable String current() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request == null
        ? null
        : (String) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
  }

  static boolean isAcceptable(@Nullable String sent) {
    return sent != null && ACCEPTABLE.matcher(sent).matches();
  }
}
