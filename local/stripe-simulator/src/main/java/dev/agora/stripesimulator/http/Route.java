package dev.agora.stripesimulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An endpoint: method, path with {@code {}} for what varies, its parameters, who answers. */
record Route(String method, List<String> pattern, @Nullable Class<?> rules, Handler handler) {
  static Route of(String method, String path, @Nullable Class<?> rules, Handler handler) {
    return new Route(method, segments(path), rules, handler);
  }

  static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /** What the variables are when the path is this route's. */
  Optional<List<String>> match(String method, List<String> path) {
    if (!this.method.equals(method) || path.size() != pattern.size()) {
      return Optional.empty();
    }
    List<String> variables = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      if (pattern.get(i).equals("{}")) {
        variables.add(path.get(i));
      } else if (!pattern.get(i).equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
