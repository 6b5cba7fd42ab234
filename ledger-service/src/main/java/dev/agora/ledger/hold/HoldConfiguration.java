package dev.agora.ledger.hold;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.posting.PostingId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Where ids of holds come from, and that they are looked after. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class HoldConfiguration {

  @Bean
  HoldIds holdIds() {
    return new TimeOrderedHoldIds();
  }

  private static final class TimeOrderedHoldIds implements HoldIds {

    @Override
    public HoldId next() {
      return new HoldId("hld_" + digits());
    }

    @Override
    public PostingId next(HoldId hold, String verb) {
      return new PostingId(hold + "/" + verb + "/" + digits());
    }

    private static String digits() {
      return UuidCreator.getTimeOrderedEpochPlus1().toString().replace("-", "");
    }
  }
}
