package dev.agora.architecture.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.architecture.project.Module;
import dev.agora.architecture.project.Project;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The gateway sends every operation to the service whose controller it is, and nothing else. */
class GatewayRoutesTest {

  private static final Pattern ROW =
      Pattern.compile("to\\((\\w+), \"([^\"]+)\"\\)(?:\\.only\\(HttpMethod\\.(\\w+)\\))?");

  private static final List<Row> ROWS = read();

  private record Row(String service, Pattern path, Optional<String> method) {

    boolean matches(Endpoint endpoint) {
      return method.filter(only -> !only.equals(endpoint.method())).isEmpty()
          && path.matcher(endpoint.path()).matches();
    }
  }

  @Test
  void every_operation_reaches_its_service() {
    assertThat(endpoints())
        .isNotEmpty()
        .allSatisfy(
            endpoint ->
                assertThat(rowOf(endpoint).map(Row::service))
                    .as(endpoint.key())
                    .contains(endpoint.service()));
  }

  @Test
  void every_row_of_the_gateway_serves_an_operation() {
    assertThat(ROWS)
        .isNotEmpty()
        .allMatch(
            row ->
                endpoints().stream()
                    .anyMatch(endpoint -> rowOf(endpoint).filter(row::equals).isPresent()));
  }

  /** Operators' routes name their service, and every service has them. */
  private static List<Endpoint> endpoints() {
    return Endpoints.read().values().stream()
        .flatMap(
            endpoint ->
                endpoint.path().contains("{service}")
                    ? Project.modules().stream()
                        .filter(Module::isService)
                        .map(service -> endpoint.at(service.shortName(), service.path()))
                    : Stream.of(endpoint))
        .toList();
  }

  private static Optional<Row> rowOf(Endpoint endpoint) {
    return ROWS.stream().filter(row -> row.matches(endpoint)).findFirst();
  }

  private static List<Row> read() {
    String source =
        Project.read(
            Project.root()
                .resolve("gateway/src/main/java/dev/agora/gateway/route/RouteTable.java"));
    return ROW.matcher(source)
        .results()
        .map(
            row ->
                new Row(
                    row.group(1).toLowerCase(Locale.ROOT) + "-service",
                    pattern(row.group(2)),
                    Optional.ofNullable(row.group(3))))
        .toList();
  }

  /** {@code *} is one segment, {@code **} the rest, possibly nothing. */
  private static Pattern pattern(String route) {
    return Pattern.compile(route.replace("/**", "(/.+)?").replaceAll("/\\*(?!\\*)", "/[^/]+"));
  }
}
