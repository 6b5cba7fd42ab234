package dev.agora.http.page;

import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code ?limit=} and {@code ?cursor=}. */
final class PageRequestResolver implements HandlerMethodArgumentResolver {

  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");
  private static final int CURSOR_LENGTH_MAX = 1_000;

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PageRequest.class;
  }

  @Override
  public PageRequest resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return read(request.getParameter("limit"), request.getParameter("cursor"));
  }

  static PageRequest read(@Nullable String limit, @Nullable String cursor) {
    return new PageRequest(
        limit == null ? PageRequest.LIMIT_DEFAULT : limitOf(limit),
        cursor == null ? null : positionOf(cursor));
  }

  private static int limitOf(String limit) {
    if (LIMIT.matcher(limit).matches() && Integer.parseInt(limit) <= PageRequest.LIMIT_MAX) {
      return Integer.parseInt(limit);
    }
    throw new ProblemException(
        Problem.of(CommonProblem.INVALID_REQUEST, "The limit of a page is wrong.")
            .at("?limit", "must be between 1 and " + PageRequest.LIMIT_MAX));
  }

  private static String positionOf(String cursor) {
    if (cursor.length() > CURSOR_LENGTH_MAX) {
      throw PageRequest.invalidCursor();
    }
    return Cursor.decode(cursor)
        .filter(position -> !position.isEmpty())
        .filter(position -> position.chars().noneMatch(Character::isISOControl))
        .orElseThrow(PageRequest::invalidCursor);
  }
}
