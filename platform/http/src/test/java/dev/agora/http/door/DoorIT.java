package dev.agora.http.door;

import static dev.agora.http.door.Door.assertProblem;
import static dev.agora.http.door.Door.code;
import static dev.agora.http.door.Door.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.http.caller.AllowedTo;
import dev.agora.local.infrastructure.Database;
import dev.agora.support.RealParts;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RealParts
class DoorIT {

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Door door;

  @BeforeAll
  static void open(Database database) {
    door = new Door(database);
  }

  @AfterAll
  static void close() {
    door.close();
  }

  @Test
  void a_caller_is_who_the_token_says() {
    HttpResponse<String> me =
        door.send(door.at("/me").header("Authorization", "Bearer " + door.agent("agt_7")));

    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(json(me).path("id").asString()).isEqualTo("agt_7");
  }

  @Test
  void nobody_enters_without_a_token() {
    HttpResponse<String> refused = door.send(door.at("/me").header("Accept", "text/html"));

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertProblem(refused, "authentication_required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer x.y.z", "Bearer x", "bearer null"})
  void a_token_that_is_none_is_refused(String authorization) {
    HttpResponse<String> refused = door.send(door.at("/me").header("Authorization", authorization));

    assertThat(refused.statusCode()).isEqualTo(401);
    assertProblem(refused, "invalid_token");
  }

  @Test
  void a_stranger_is_asked_for_a_credential_and_a_wrong_role_is_sent_away() {
    HttpResponse<String> stranger =
        door.send(door.at("/many").header("Authorization", "Bearer " + door.anonymous()));
    HttpResponse<String> agent =
        door.send(door.at("/many").header("Authorization", "Bearer " + door.agent("agt_1")));

    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(agent.statusCode()).isEqualTo(403);
    assertProblem(agent, "not_allowed");
  }

  @Test
  void a_form_without_a_boundary_is_malformed() {
    HttpRequest.Builder asked = door.at("/many").header("Authorization", "Bearer " + door.human());
    HttpResponse<String> refused = door.send(asked.header("Content-Type", "multipart/form-data"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertProblem(refused, "malformed_request");
  }

  @Test
  void a_key_without_the_scope_is_told_which() {
    String token = door.gateway().token("door", "agt_1", List.of("AGENT"), List.of("convert"));

    HttpResponse<String> refused =
        door.send(
            door.at("/payments")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json(refused).path("scope").asString()).isEqualTo("credits:spend");
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("insufficient_scope");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /nothing,                  404, no_such_route
          /error,                    404, no_such_route
          /me/,                      404, no_such_route
          /payments,                 405, method_not_allowed
          /csv,                      406, not_acceptable
          /numbers/seven?plus=1,     404, not_found
          /numbers/7?plus=x,         422, invalid_request
          /numbers/7,                422, invalid_request
          /many?limit=0,             422, invalid_request
          /many?cursor=!,            422, invalid_cursor
          /times?at=1795507200,      422, invalid_request
          /times?at=%2B999999999-12-31T23:59:59Z, 422, invalid_request
          /many?limit=1&=null,       400, malformed_request
          /texts?text=a%00b,         422, invalid_request
          /outage,                   503, temporarily_unavailable
          /failure,                  500, internal_error
          """)
  void every_no_is_a_problem(String path, int status, String code) {
    HttpResponse<String> refused =
        door.send(
            door.at(path)
                .header("Authorization", "Bearer " + door.human())
                .header("Accept", "application/json"));

    assertThat(refused.statusCode()).isEqualTo(status);
    assertProblem(refused, code);
    assertThat(refused.body()).doesNotContain("secret", "Exception", "dev.agora", "jdbc");
  }

  @Test
  void an_answer_has_a_length_however_long_it_is() {
    HttpResponse<String> many = door.get("/many?limit=100");

    assertThat(many.body()).hasSizeGreaterThan(40_000);
    assertThat(many.headers().firstValueAsLong("Content-Length")).hasValue(many.body().length());
    assertThat(many.headers().firstValue("Transfer-Encoding")).isEmpty();
  }

  @Test
  void a_request_id_is_returned_or_made() {
    HttpResponse<String> named =
        door.send(
            door.at("/nothing")
                .header("Authorization", "Bearer " + door.human())
                .header("X-Request-Id", "mine-1"));
    HttpResponse<String> strange = door.send(door.at("/me").header("X-Request-Id", "a b<script>"));

    assertThat(named.headers().firstValue("X-Request-Id")).contains("mine-1");
    assertThat(json(named).path("instance").asString()).isEqualTo("mine-1");
    assertThat(strange.headers().firstValue("X-Request-Id").orElse("")).startsWith("req_");
  }

  @Test
  void every_answer_is_hardened() {
    assertThat(door.send(door.at("/me")).headers().map())
        .containsEntry("X-Content-Type-Options", List.of("nosniff"))
        .containsEntry("Cache-Control", List.of("no-store"))
        .containsKey("Content-Security-Policy");
  }

  @Test
  void a_failure_shows_an_id_and_nothing_else() {
    assertThat(json(door.get("/failure")).path("errorId").asString()).startsWith("err_");
  }

  @RestController
  static class OpenController {

    @GetMapping("/open")
    int open() {
      return 1;
    }

    @GetMapping("/closed")
    @AllowedTo({})
    int closed() {
      return 1;
    }
  }

  @Test
  void a_route_that_names_nobody_stops_the_start() {
    assertThatThrownBy(
            () ->
                new SpringApplicationBuilder(DoorApplication.class, OpenController.class)
                    .web(WebApplicationType.SERVLET)
                    .run(
                        "--server.port=0",
                        "--agora.http.audience=door",
                        "--agora.http.jwks-url=" + door.gateway().jwksUrl(),
                        "--spring.autoconfigure.exclude=org.springframework.boot.flyway.autoconfigure"
                            + ".FlywayAutoConfiguration",
                        "--spring.datasource.url=" + property("spring.datasource.url"),
                        "--spring.datasource.username=" + property("spring.datasource.username"),
                        "--spring.datasource.password=test"))
        .hasMessageContaining("lack @AllowedTo")
        .hasMessageContaining("OpenController#open")
        .message()
        .doesNotContain("closed", "Error");
  }

  private static String property(String name) {
    return door.bean(org.springframework.core.env.Environment.class).getRequiredProperty(name);
  }
}
