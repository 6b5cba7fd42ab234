package dev.agora.marketplace.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "absent",
      quoteCharacter = '\'',
      textBlock =
          """
          absent,       true
          *,            true
          "7",          true
          '"6", "7"',   true
          "6",          false
          7,            false
          W/"7",        false
          """)
  void ifMatchAdmitsItsVersionsOnly(@Nullable String ifMatch, boolean admitted) {
    assertThat(new EntityTag.Condition(ifMatch).admits(7)).isEqualTo(admitted);
  }
}
