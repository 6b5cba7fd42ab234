package dev.agora.payout.cap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.money.Credits;
import dev.agora.money.Economy;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonthlyCapsTest {

  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  private final InMemoryCapCounter counter = new InMemoryCapCounter();
  private Instant now = Instant.parse("2026-11-30T23:59:59Z");
  private final MonthlyCaps caps = new MonthlyCaps(counter, Economy.standard(), () -> now);

  @Test
  void anAgentsCapIsExact() {
    assertThat(reserve("agt_1", 9_900)).isEqualTo(new CapResult.Reserved(NOVEMBER));
    assertThat(reserve("agt_1", 100)).isEqualTo(new CapResult.Reserved(NOVEMBER));
    assertThat(caps.reserve("agt_1", "hum_1", Credits.parse("0.1")))
        .isEqualTo(
            new CapResult.Exceeded(
                new CapLimit(
                    "conversion_month_agent",
                    Credits.of(10_000),
                    Credits.of(10_000),
                    Credits.ZERO,
                    Instant.parse("2026-12-01T00:00:00Z"))));
  }

  @Test
  void anOwnersCapCountsAllAgentsAndARefusalReservesNothing() {
    for (int i = 1; i <= 5; i++) {
      assertThat(reserve("agt_" + i, 10_000)).isInstanceOf(CapResult.Reserved.class);
    }
    assertThat(reserve("agt_6", 100))
        .isInstanceOfSatisfying(
            CapResult.Exceeded.class,
            exceeded -> assertThat(exceeded.limit().name()).isEqualTo("conversion_month_owner"));
    assertThat(caps.agentLimit("agt_6").used()).isEqualTo(Credits.ZERO);
  }

  @Test
  void aMonthIsOneOfUtcAndGivingBackIsToItsOwnMonth() {
    reserve("agt_1", 10_000);
    now = Instant.parse("2026-12-01T00:00:00Z");
    assertThat(reserve("agt_1", 10_000)).isEqualTo(new CapResult.Reserved(NOVEMBER.plusMonths(1)));
    caps.giveBack("agt_1", "hum_1", NOVEMBER, Credits.of(10_000));
    assertThat(caps.agentLimit("agt_1").left()).isEqualTo(Credits.ZERO);
    now = Instant.parse("2026-11-30T00:00:00Z");
    assertThat(caps.agentLimit("agt_1").left()).isEqualTo(Credits.of(10_000));
    assertThat(caps.ownerLimit("hum_1").left()).isEqualTo(Credits.of(50_000));
  }

  @Test
  void whatIsCarriedOverCountsForTheOtherAgentAndStillForTheOwner() {
    reserve("agt_1", 6_000);
    reserve("agt_2", 6_000);
    caps.carryOver("agt_1", "agt_1", NOVEMBER, Credits.of(6_000));
    assertThat(caps.agentLimit("agt_1").used()).isEqualTo(Credits.of(6_000));
    caps.carryOver("agt_1", "agt_2", NOVEMBER, Credits.of(6_000));
    assertThat(caps.agentLimit("agt_1").used()).isEqualTo(Credits.ZERO);
    assertThat(caps.agentLimit("agt_2").used()).isEqualTo(Credits.of(12_000));
    assertThat(caps.ownerLimit("hum_1").used()).isEqualTo(Credits.of(12_000));
  }

  private CapResult reserve(String agentId, long credits) {
    return caps.reserve(agentId, "hum_1", Credits.of(credits));
  }

  /** Counts as the table does. */
  private static final class InMemoryCapCounter implements CapCounter {

    private final Map<String, Credits> used = new HashMap<>();

    @Override
    public boolean add(Kind kind, String subjectId, YearMonth month, Credits amount, Credits cap) {
      Credits after = used(kind, subjectId, month).plus(amount);
      if (after.compareTo(cap) > 0) {
        return false;
      }
      used.put(kind + subjectId + month, after);
      return true;
    }

    @Override
    public void subtract(Kind kind, String subjectId, YearMonth month, Credits amount) {
      used.put(kind + subjectId + month, used(kind, subjectId, month).minus(amount));
    }

    @Override
    public Credits used(Kind kind, String subjectId, YearMonth month) {
      return used.getOrDefault(kind + subjectId + month, Credits.ZERO);
    }
  }
}
