package dev.agora.http.page;

import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.ProblemException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page a caller asks for; a controller method takes it as a parameter, read from {@code
 * ?limit=} (1 to 100, default 20) and {@code ?cursor=}.
 *
 * @param limit items on the page, 1 to 100
 * @param after the position after which the page starts, as {@link Cursor} decoded it; null at the
 *     start of the list
 */
public record PageRequest(int limit, @Nullable String after) {

  public static final int LIMIT_DEFAULT = 20;
  public static final int LIMIT_MAX = 100;

  /** One row more than the page holds, which tells whether another page follows. */
  public int fetchLimit() {
    return limit + 1;
  }

  /**
   * Cuts rows fetched with {@link #fetchLimit} to the page.
   *
   * @param position of an item, which the next page starts after
   */
  public <T> Page<T> pageOf(List<T> fetched, Function<T, String> position) {
    if (fetched.size() <= limit) {
      return new Page<>(fetched, null);
    }
    List<T> items = fetched.subList(0, limit);
    return new Page<>(items, Cursor.encode(position.apply(items.getLast())));
  }

  /** What to throw for a position that this list did not hand out: 422 at {@code ?cursor}. */
  public static ProblemException invalidCursor() {
    return new ProblemException(
        Problem.of(CommonProblem.INVALID_CURSOR, "Take the cursor from the page before.")
            .at("?cursor", "is not a cursor of this list"));
  }
}
