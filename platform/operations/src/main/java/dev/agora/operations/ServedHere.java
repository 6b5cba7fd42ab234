package dev.agora.operations;

import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * The things of one service, as paths name them.
 *
 * @param service such as {@code billing}
 */
record ServedHere(String service) {

  /** The id of a thing, if the path means this service and the id is one. */
  Optional<UUID> id(String named, String id) {
    return named.equals(service) ? uuid(id) : Optional.empty();
  }

  boolean is(String named) {
    return named.equals(service);
  }

  /** The last item of the page before; null at the start. */
  @Nullable UUID after(PageRequest page) {
    String after = page.after();
    return after == null ? null : uuid(after).orElseThrow(PageRequest::invalidCursor);
  }

  static ResponseEntity<?> notFound() {
    return Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "There is no such thing here."));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
