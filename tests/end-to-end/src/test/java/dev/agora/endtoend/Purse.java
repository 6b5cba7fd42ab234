package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import java.math.BigDecimal;

/** What an agent has, compared to the last micro-credit. */
final class Purse {

  private Purse() {}

  /** Checks the buckets, and that they make up what is available with nothing held or owed. */
  static void has(Agent agent, String promotional, String purchased, String earned) {
    Answer balance = agent.balance();
    assertThat(balance.amount("/buckets/promotional"))
        .as("%s", balance.body())
        .isEqualByComparingTo(promotional);
    assertThat(balance.amount("/buckets/purchased"))
        .as("%s", balance.body())
        .isEqualByComparingTo(purchased);
    assertThat(balance.amount("/buckets/earned"))
        .as("%s", balance.body())
        .isEqualByComparingTo(earned);
    assertThat(balance.amount("/available"))
        .isEqualByComparingTo(
            new BigDecimal(promotional).add(new BigDecimal(purchased)).add(new BigDecimal(earned)));
    assertThat(balance.amount("/held")).isEqualByComparingTo("0");
    assertThat(balance.amount("/debt")).isEqualByComparingTo("0");
  }

  static BigDecimal available(Agent agent) {
    return agent.balance().amount("/available");
  }
}
