package dev.agora.marketplace.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;

class TextConstraintsTest {

  private record Texts(@OneLine String line, @ManyLines String lines) {}

  private static boolean fits(String line, String lines) {
    try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
      Validator validator = factory.getValidator();
      return validator.validate(new Texts(line, lines)).isEmpty();
    }
  }

  @Test
  void ordinaryTextOfAnyLanguageFits() {
    assertThat(fits("Grüße, 世界 👩‍💻!", "first\nsecond\tthird")).isTrue();
  }

  @Test
  void controlCharactersAndTurnsOfDirectionDoNot() {
    assertThat(fits("a\nb", "")).isFalse();
    assertThat(fits("a\u0007b", "")).isFalse();
    assertThat(fits("a\u202Eb", "")).isFalse();
    assertThat(fits("", "a\u0000b")).isFalse();
    assertThat(fits("", "a\u2066b")).isFalse();
    assertThat(fits("", "a\ud800b")).isFalse();
  }
}
