package dev.agora.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class CanonicalJsonTest {

  /** RFC 8785, 3.2.2 and 3.2.3, but for the number that no double holds. */
  private static final String OF_THE_RFC =
      """
      {
        "numbers": [333333333.3333333, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
        "literals": [null, true, false],
        "\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet",
        "1": "One", "\\ud83d\\ude00": "Emoji", "\\u0080": "Control", "\\u00f6": "Latin Small"
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        OF_THE_RFC,
        "{}",
        "[]",
        "[{}]",
        "\"a\"",
        "1",
        "-0",
        "null",
        "{\"b\":[1,{\"z\":0,\"a\":-1.5e-7}],\"a\":{}}",
        "[9007199254740992, 1e21, 1e20, 0.000001, 1e-7, 123456789.125]"
      })
  void agrees_with_the_reference_implementation(String json) throws IOException {
    String reference =
        json.startsWith("{") || json.startsWith("[")
            ? new JsonCanonicalizer(json).getEncodedString()
            : new JsonCanonicalizer("[" + json + "]").getEncodedString();

    assertThat(canonical(json.startsWith("{") || json.startsWith("[") ? json : "[" + json + "]"))
        .isEqualTo(reference);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"amount":"20","to":"x"}  | {  "to" : "x" , "amount" : "20" }
          {"amount":20}             | {"amount":20.0}
          {"amount":20}             | {"amount":2e1}
          {"a":"A"}                 | {"\\u0061":"\\u0041"}
          """)
  void the_same_request_written_otherwise_is_the_same(String one, String other) {
    assertThat(IdempotencyKeyResolver.hash(bytes(one)))
        .isEqualTo(IdempotencyKeyResolver.hash(bytes(other)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"amount":100000000000.000001} | {"amount":100000000000.000002}
          {"amount":1e400}               | {"amount":1e401}
          {"amount":1e99999999999}       | {"amount":1e99999999998}
          {"amount":"20"}                | {"amount":20}
          {"amount":"20"}                | {"amount":"20.0"}
          {"a":[1,2]}                    | {"a":[2,1]}
          {"a":null}                     | {}
          {"a":"\\ud800"}                | {"a":"\\ud801"}
          """)
  void two_requests_stay_two(String one, String other) {
    assertThat(IdempotencyKeyResolver.hash(bytes(one)))
        .isNotEqualTo(IdempotencyKeyResolver.hash(bytes(other)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{} {}", "{\"a\":1,\"a\":1}", "x", "[1,]"})
  void what_is_no_json_has_no_canonical_form(String text) {
    assertThatThrownBy(() -> canonical(text)).isInstanceOf(JacksonException.class);
  }

  @Test
  void no_body_is_a_body_of_its_own() {
    assertThat(canonical("")).isEmpty();
  }

  private static String canonical(String json) {
    return CanonicalJson.of(bytes(json));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
