package dev.agora.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void theWholeBlockMovesWithTheGateway() {
    Ports standard = Ports.withGatewayAt(8080);
    Ports moved = Ports.withGatewayAt(8180);

    assertThat(standard.of(Part.LEDGER)).isEqualTo(8082);
    assertThat(standard.management(Part.GATEWAY)).isEqualTo(9080);
    for (Part part : Part.values()) {
      assertThat(moved.of(part)).isEqualTo(standard.of(part) + 100);
      assertThat(moved.management(part)).isEqualTo(standard.management(part) + 100);
    }
    assertThat(moved.kafkaController()).isEqualTo(standard.kafkaController() + 100);
  }

  @Test
  void noTwoPartsShareAPort() {
    // 10 parts, 7 of them with a management port, and Kafka's controller.
    assertThat(Ports.withGatewayAt(8080).all()).hasSize(18);
  }
}
