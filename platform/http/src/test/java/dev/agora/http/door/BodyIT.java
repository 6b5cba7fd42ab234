package dev.agora.http.door;

import static dev.agora.http.door.Door.assertProblem;
import static dev.agora.http.door.Door.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.Database;
import dev.agora.support.RealParts;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RealParts
class BodyIT {

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /notes | {"note":"hello"                        | 400 | malformed_body  | ''              | ''
          /notes | ''                                     | 400 | malformed_body  | ''              | ''
          /notes | null                                   | 400 | malformed_body  | ''              | ''
          /notes | {}                                     | 422 | invalid_request | /note           | must not be null
          /notes | {"note":""}                            | 422 | invalid_request | /note           | size must be between 1 and 10
          /notes | {"note":5}                             | 422 | invalid_request | /note           | must be a text
          /notes | {"note":"a","more":1}                  | 422 | invalid_request | /more           | is not a known field
          /notes | {"note":"a","items":[{}]}              | 422 | invalid_request | /items/0/amount | must not be null
          /notes | {"note":"a","items":[{"amount":"-1"}]} | 422 | invalid_request | /items/0/amount | must be above zero
          /bell  | {"note"                                | 400 | malformed_body  | ''              | ''
          /bell  | {"note":"a"}                           | 422 | invalid_request | /note           | is not a known field
          /bell  | [1]                                    | 422 | invalid_request | ''              | must be an object
          """)
  void a_wrong_body_is_a_problem_with_a_pointer(
      String path, String body, int status, String code, String pointer, String detail) {
    HttpResponse<String> refused = door.post(path, body);

    assertThat(refused.statusCode()).isEqualTo(status);
    assertProblem(refused, code);
    if (!pointer.isEmpty()) {
      assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo(pointer);
      assertThat(json(refused).at("/errors/0/detail").asString()).isEqualTo(detail);
    }
  }

  @Test
  void where_no_body_is_taken_an_empty_object_is_one() {
    assertThat(door.post("/bell", "{}").body()).isEqualTo("rung");
  }

  @Test
  void a_problem_speaks_one_language() {
    HttpResponse<String> refused =
        door.send(
            door.at("/notes")
                .header("Authorization", "Bearer " + door.human())
                .header("Content-Type", "application/json")
                .header("Accept-Language", "de")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(json(refused).at("/errors/0/detail").asString()).isEqualTo("must not be null");
  }

  @Test
  void a_form_is_not_supported() {
    HttpResponse<String> refused =
        door.send(
            door.at("/notes")
                .header("Authorization", "Bearer " + door.human())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("note=a")));

    assertThat(refused.statusCode()).isEqualTo(415);
    assertProblem(refused, "unsupported_media_type");
  }

  @Test
  void a_body_over_256_kib_is_refused_with_its_length_known_or_not() {
    byte[] large = new byte[256 * 1024 + 1];
    HttpRequest.Builder known = raw(HttpRequest.BodyPublishers.ofByteArray(large));
    HttpRequest.Builder unknown =
        raw(
            HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofByteArray(large)));

    assertProblem(door.send(known), "body_too_large");
    assertProblem(door.send(unknown), "body_too_large");
    assertThat(door.send(raw(HttpRequest.BodyPublishers.ofByteArray(new byte[256 * 1024]))).body())
        .isEqualTo("262144");
  }

  private static HttpRequest.Builder raw(HttpRequest.BodyPublisher body) {
    return door.at("/raw")
        .header("Authorization", "Bearer " + door.human())
        .header("Content-Type", "application/octet-stream")
        .POST(body);
  }
}
