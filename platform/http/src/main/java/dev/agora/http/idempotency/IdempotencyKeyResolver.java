package dev.agora.http.idempotency;

import dev.agora.http.body.RawBody;
import dev.agora.http.caller.CurrentCaller;
import dev.agora.http.problem.BodyProblems;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;

/** Reads the {@code Idempotency-Key} header, and hashes the body that it stands for. */
final class IdempotencyKeyResolver implements HandlerMethodArgumentResolver {

  private static final String HEADER = "Idempotency-Key";
  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == IdempotencyKey.class;
  }

  @Override
  public IdempotencyKey resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("an idempotency key comes with an HTTP request only");
    }
    String key = keyOf(Collections.list(request.getHeaders(HEADER)));
    return new IdempotencyKey(
        CurrentCaller.of(request).id(), request.getRequestURI(), key, hash(RawBody.of(request)));
  }

  static String keyOf(List<String> sent) {
    if (sent.isEmpty() || sent.getFirst().isEmpty()) {
      throw new ProblemException(
          Problem.of(
                  CommonProblem.IDEMPOTENCY_KEY_REQUIRED,
                  "A request that moves money names itself, so that it can be repeated safely.")
              .withRemedy("Send an Idempotency-Key header, such as a random UUID."));
    }
    if (sent.size() > 1 || !VISIBLE.matcher(sent.getFirst()).matches()) {
      throw new ProblemException(
          Problem.of(
              CommonProblem.IDEMPOTENCY_KEY_INVALID,
              "The Idempotency-Key is one value of 1 to 255 visible ASCII characters."));
    }
    return sent.getFirst();
  }

  static String hash(byte[] body) {
    try {
      byte[] canonical = CanonicalJson.of(body).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (JacksonException malformed) {
      throw new ProblemException(BodyProblems.of(malformed));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
