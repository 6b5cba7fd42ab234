package dev.agora.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
    "2001:db8:1:2:ffff::1, 20010db800010002/64",
    "::ffff:192.0.2.7, 192.0.2.7",
    "example.org, unknown",
    ", unknown"
  })
  void oneCustomerIsOneNetwork(String header, String network) {
    assertThat(Source.of(header).network()).isEqualTo(network);
  }
}
