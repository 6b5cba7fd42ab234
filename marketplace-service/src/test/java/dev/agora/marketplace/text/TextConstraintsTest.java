package dev.agora.marketplace.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private record Shown(@NoMarkup String text) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a < b and 1<2 <3 | true",
        "<b>bold</b> | false",
        "</b> | false",
        "<!-- | false",
        "<?xml | false",
        "a<IMG src=x | false"
      })
  void whatAReaderCouldTakeForHtmlDoesNotFit(String text, boolean fits) {
    try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
      assertThat(factory.getValidator().validate(new Shown(text)).isEmpty()).isEqualTo(fits);
    }
  }
}
