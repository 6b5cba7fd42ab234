package dev.agora.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.audit.OutboxAuditLog.ActDone;
import dev.agora.messaging.WireJson;
import dev.agora.support.Contracts;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxAuditLogTest {

  private static final WireJson WIRE = new WireJson();
  private static final Instant AT = Instant.parse("2026-11-22T09:30:00.123456Z");

  @Test
  void whatIsToldFitsItsSchema() {
    Deed deed =
        Deed.of(Act.ACT_APPROVED, "agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e5f", "act_1")
            .by("hum_01939c5e7a4b7c3d8e9f0a1b2c3d4e00")
            .changing(Map.of(), Map.of("amount", "12.5"));

    String written = WIRE.writeText(ActDone.of(deed, AT));

    Contracts.validate("accounts.act-done", written);
    assertThat(WIRE.readText(written, ActDone.class).actor())
        .isEqualTo("hum_01939c5e7a4b7c3d8e9f0a1b2c3d4e00");
  }

  @Test
  void theExampleFitsItsSchemaAndIsRead() {
    String example = Contracts.example("accounts.act-done");

    Contracts.validate("accounts.act-done", example);
    assertThat(WIRE.readText(example, ActDone.class).at()).isEqualTo(AT);
  }

  @Test
  void whoeverActsWithoutARequestIsThePlatform() {
    assertThat(Deed.of(Act.CARD_REMOVED, "hum_1", "card_1"))
        .extracting(Deed::actor, Deed::source)
        .containsExactly("platform", "platform");
  }
}
