package dev.agora.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.agora.http.json.StrictJson;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BodyProblemsTest {

  private static final JsonMapper JSON = StrictJson.mapper();

  enum Kind {
    GIFT,
    WAGE
  }

  record Item(@Nullable Credits amount, @Nullable String to) {}

  record Payment(
      @Nullable Credits amount,
      @Nullable Usd price,
      @Nullable String to,
      @Nullable Kind kind,
      @Nullable Duration within,
      @Nullable Instant at,
      @Nullable Boolean quick,
      int count,
      @Nullable List<Item> items) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"count":1,"amount":"NaN"}              | /amount          | must be a plain decimal of credits, such as "20.5"
          {"count":1,"amount":1e400}              | /amount          | must be a plain decimal of credits, such as "20.5"
          {"count":1,"amount":1e2}                | /amount          | must be a plain decimal of credits, such as "20.5"
          {"count":1,"amount":"1e2"}              | /amount          | must be a plain decimal of credits, such as "20.5"
          {"count":1,"amount":-0}                 | /amount          | must be above zero
          {"count":1,"amount":-5}                 | /amount          | must be above zero
          {"count":1,"amount":"0"}                | /amount          | must be above zero
          {"count":1,"amount":"1,5"}              | /amount          | must be a plain decimal of credits, such as "20.5"
          {"count":1,"amount":"٣"}                | /amount          | must be a plain decimal of credits, such as "20.5"
          {"count":1,"amount":" 1"}               | /amount          | must be a plain decimal of credits, such as "20.5"
          {"count":1,"amount":1.0000001}          | /amount          | must have at most 6 decimals
          {"count":1,"amount":"1000000000001"}    | /amount          | must be at most 1000000000000 credits
          {"count":1,"amount":true}               | /amount          | must be a decimal as a string, such as "20.5"
          {"count":1,"amount":{}}                 | /amount          | must be a decimal as a string, such as "20.5"
          {"count":1,"amount":["1"]}              | /amount          | must be a decimal as a string, such as "20.5"
          {"count":1,"price":"1.234"}             | /price           | must have at most 2 decimals
          {"count":1,"items":[{"amount":"1"},{"amount":"x"}]} | /items/1/amount | must be a plain decimal of credits, such as "20.5"
          {"count":1,"items":[{"secret":1}]}      | /items/0/secret  | is not a known field
          {"count":1,"a/b~c":1}                   | /a~1b~0c         | is not a known field
          {"count":1,"to":5}                      | /to              | must be a text
          {"count":1,"to":"a\\u0000b"}            | /to              | must not contain the character U+0000
          {"count":1,"kind":"gift"}               | /kind            | must be one of GIFT, WAGE
          {"count":1,"kind":1}                    | /kind            | must be one of GIFT, WAGE
          {"count":1,"within":"soon"}             | /within          | must be an ISO 8601 duration, such as "PT24H"
          {"count":1,"at":"yesterday"}            | /at              | must be an RFC 3339 time, such as "2026-11-22T08:00:00Z"
          {"count":1,"within":86400}              | /within          | must be an ISO 8601 duration, such as "PT24H"
          {"count":1,"within":"86400"}            | /within          | must be an ISO 8601 duration, such as "PT24H"
          {"count":1,"at":1795507200}             | /at              | must be an RFC 3339 time, such as "2026-11-22T08:00:00Z"
          {"count":1,"at":"1795507200"}           | /at              | must be an RFC 3339 time, such as "2026-11-22T08:00:00Z"
          {"count":1,"at":"+999999999-12-31T23:59:59Z"} | /at        | must be an RFC 3339 time, such as "2026-11-22T08:00:00Z"
          {"count":1,"quick":"yes"}               | /quick           | must be true or false
          {"count":1,"quick":1}                   | /quick           | must be true or false
          {"count":"1"}                           | /count           | must be a number in range
          {"count":1.5}                           | /count           | must be a number in range
          {"count":12345678901}                   | /count           | must be a number in range
          {"count":null}                          | /count           | must be a number in range
          {"count":1,"items":{}}                  | /items           | must be a list
          {"count":1,"items":[5]}                 | /items/0         | must be an object
          [1]                                     | ``               | must be an object
          """)
  void a_wrong_field_is_422_with_its_pointer_and_a_clause(
      String json, String pointer, String clause) {
    Problem problem = read(json);

    assertThat(problem.code()).isEqualTo(CommonProblem.INVALID_REQUEST);
    assertThat(problem.errors()).containsExactly(new Problem.FieldError(pointer, clause));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"amount\":}",
        "{\"count\":1} x",
        "{\"count\":1} {\"count\":1}",
        "{\"count\":1,\"amount\":\"1\",\"amount\":\"2\"}",
        "{\"count\":1,\"amount\":NaN}",
        "{\"count\":1,\"amount\":+1}",
        "{\"count\":1,\"amount\":.5}",
        "{\"count\":1,\"amount\":1.}",
        "{\"count\":1,\"amount\":01}",
        "hello",
        "'{}'",
        ""
      })
  void text_that_is_no_json_is_400(String text) {
    assertThat(read(text).code()).isEqualTo(CommonProblem.MALFORMED_BODY);
  }

  @Test
  void an_amount_of_ten_thousand_digits_is_refused_without_computing_it() {
    assertThat(read("{\"count\":1,\"amount\":" + "9".repeat(10_000) + "}").code().status())
        .isIn(400, 422);
    assertThat(read("{\"count\":1,\"amount\":\"" + "9".repeat(10_000) + "\"}").errors())
        .extracting(Problem.FieldError::pointer)
        .containsExactly("/amount");
  }

  @Test
  void a_thousand_brackets_are_refused_before_they_nest() {
    Throwable refused = catchThrowable(() -> JSON.readValue("[".repeat(1_000), Object.class));

    assertThat(BodyProblems.of(refused).code()).isEqualTo(CommonProblem.MALFORMED_BODY);
  }

  @ParameterizedTest
  @CsvSource({
    "20.5,20.5",
    "\"20.50\",20.5",
    "1000000000000.000001,bad",
    "100,100",
    "0.000001,0.000001"
  })
  void an_amount_is_read_to_the_last_digit_from_a_string_or_a_number(String json, String expected) {
    String body = "{\"count\":1,\"amount\":" + json.replace('\'', '"') + "}";
    if (expected.equals("bad")) {
      assertThat(read(body).errors().getFirst().detail()).startsWith("must be at most");
    } else {
      assertThat(JSON.readValue(body, Payment.class).amount()).hasToString(expected);
    }
  }

  @Test
  void amounts_are_written_as_strings() {
    assertThat(JSON.writeValueAsString(new Item(Credits.parse("-20.5"), "x")))
        .isEqualTo("{\"amount\":\"-20.5\",\"to\":\"x\"}");
  }

  @Test
  void a_problem_inside_another_answer_is_the_same_object() {
    Problem problem = Problem.of(CommonProblem.NOT_FOUND, "No such agent.").with("agent", "agt_1");

    assertThat(JSON.writeValueAsString(List.of(problem)))
        .isEqualTo(
            "[{\"type\":\"/docs/problems#not_found\",\"title\":\"There is no such thing, or it is"
                + " not yours.\",\"status\":404,\"detail\":\"No such agent.\",\"code\":\"not_found\","
                + "\"retryable\":false,\"agent\":\"agt_1\"}]");
  }

  @Test
  void nothing_about_our_classes_is_said() {
    String said = read("{\"count\":1,\"items\":[{\"secret\":1}]}").members().toString();

    assertThat(said).doesNotContain("dev.agora", "java.", "jackson", "Payment");
  }

  private static Problem read(String json) {
    return BodyProblems.of(catchThrowable(() -> JSON.readValue(json, Payment.class)));
  }
}
