package dev.agora.portal.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FilterTest {

  @Test
  void aFilterIsItsOwnAddressAndWholeDaysForTheApi() {
    Filter filter =
        Filter.of(
            Map.of("agent", "agt_1", "kind", "TRANSFER", "from", "2026-11-01", "to", "2026-11-02"),
            null);

    assertThat(filter.address("/portal/transactions", "c1"))
        .isEqualTo(
            "/portal/transactions?agent=agt_1&cursor=c1&from=2026-11-01&kind=TRANSFER&to=2026-11-02");
    assertThat(filter.forCsv())
        .containsEntry("from", "2026-11-01T00:00:00Z")
        .containsEntry("to", "2026-11-02T23:59:59.999999Z")
        .doesNotContainKeys("cursor", "limit");
    assertThat(filter.forApi()).containsEntry("limit", "50");
  }

  @Test
  void whatIsNoDayIsLeftOut() {
    assertThat(Filter.of(Map.of("from", "yesterday"), null).from()).isEmpty();
  }
}
