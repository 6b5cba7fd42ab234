package dev.agora.stripesimulator.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The endpoints there are. Resources add theirs at start. */
public final class Routes {
  private final List<Route> routes = new ArrayList<>();

  /** A POST with the parameters of a stripe-java class. */
  public Routes post(String path, Class<?> rules, Handler handler) {
    routes.add(Route.of("POST", path, rules, handler));
    return this;
  }

  /** A GET with the parameters of a stripe-java class. */
  public Routes get(String path, Class<?> rules, Handler handler) {
    routes.add(Route.of("GET", path, rules, handler));
    return this;
  }

  /** A DELETE, which takes no parameters. */
  public Routes delete(String path, Handler handler) {
    routes.add(Route.of("DELETE", path, NoParams.class, handler));
    return this;
  }

  /** An endpoint of the simulator's own, whose JSON body is not checked. */
  public Routes unchecked(String method, String path, Handler handler) {
    routes.add(Route.of(method, path, null, handler));
    return this;
  }

  /** Makes a call as a page's button does; empty where no endpoint is at the path. */
  public Optional<JsonElement> press(String account, String path, JsonObject params) {
    return find("POST", path)
        .map(
            found ->
                found
                    .route()
                    .handler()
                    .handle(
                        new Call(
                            account, "POST", path, found.variables(), params, "req_page", null)));
  }

  Optional<Found> find(String method, String path) {
    List<String> segments = Route.segments(path);
    for (Route route : routes) {
      Optional<List<String>> variables = route.match(method, segments);
      if (variables.isPresent()) {
        return Optional.of(new Found(route, variables.get()));
      }
    }
    return Optional.empty();
  }

  record Found(Route route, List<String> variables) {}

  private static final class NoParams {}
}
