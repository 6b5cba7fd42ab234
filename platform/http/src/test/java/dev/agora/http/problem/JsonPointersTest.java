package dev.agora.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPointersTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          amount,               /amount
          transfers[0].amount,  /transfers/0/amount
          a[1][2],              /a/1/2
          metadata[some/key],   /metadata/some~1key
          '',                   ''
          """)
  void a_path_of_bean_validation_becomes_a_json_pointer(String path, String pointer) {
    assertThat(JsonPointers.ofBeanPath(path)).isEqualTo(pointer);
  }
}
