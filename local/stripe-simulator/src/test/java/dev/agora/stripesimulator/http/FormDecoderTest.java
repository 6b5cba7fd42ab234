package dev.agora.stripesimulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormDecoderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a=1                          | {"a":"1"}
          a=                           | {"a":""}
          a                            | {"a":""}
          a=1&b=x+y%26z                | {"a":"1","b":"x y&z"}
          a[b]=1&a[c]=2                | {"a":{"b":"1","c":"2"}}
          a[0][b]=1&a[1][b]=2          | {"a":{"0":{"b":"1"},"1":{"b":"2"}}}
          a[b][0][c]=1                 | {"a":{"b":{"0":{"c":"1"}}}}
          e[]=x&e[]=y                  | {"e":{"0":"x","1":"y"}}
          a%5Bb%5D=1                   | {"a":{"b":"1"}}
          a=1&a=2                      | {"a":"2"}
          """)
  void readsTheBracketsOfStripesForms(String form, String json) {
    assertThat(FormDecoder.decode(form).toString()).isEqualTo(json);
  }

  @Test
  void nothingIsNothing() {
    assertThat(FormDecoder.decode(null).size()).isZero();
    assertThat(FormDecoder.decode("").size()).isZero();
  }

  @Test
  void whatIsNoFormIsRefused() {
    assertThatThrownBy(() -> FormDecoder.decode("a[b=1")).isInstanceOf(StripeFailure.class);
    assertThatThrownBy(() -> FormDecoder.decode("a=%zz")).isInstanceOf(StripeFailure.class);
  }
}
