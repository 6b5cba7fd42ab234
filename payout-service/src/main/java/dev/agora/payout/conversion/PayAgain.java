package dev.agora.payout.conversion;

import dev.agora.money.Usd;
import dev.agora.payout.cap.MonthlyCaps;
import dev.agora.payout.destination.Destinations;
import dev.agora.payout.destination.PayoutAccount;
import dev.agora.payout.quote.Terms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Converts anew what came back of an earlier conversion and was given back as credits. It goes
 * where the owner is paid now, counts for the earlier one's caps, and waits for nobody: two
 * operators have decided it.
 */
@Service
@Transactional
public class PayAgain {

  private final Conversions conversions;
  private final ConversionEvents events;
  private final ConversionProcess process;
  private final Destinations destinations;
  private final MonthlyCaps caps;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  PayAgain(
      Conversions conversions,
      ConversionEvents events,
      ConversionProcess process,
      Destinations destinations,
      MonthlyCaps caps,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.conversions = conversions;
    this.events = events;
    this.process = process;
    this.destinations = destinations;
    this.caps = caps;
    this.ids = ids;
    this.clock = clock;
  }

  /** Starts it with the current transaction. */
  public ConversionId start(ConversionId earlierId, String agentId, Terms terms) {
    Conversion earlier = conversions.find(earlierId).orElseThrow();
    caps.carryOver(earlier.agentId(), agentId, earlier.capMonth(), terms.credits());
    Instant now = clock.instant();
    Conversion again =
        new Conversion(
            ConversionId.of(ids.get()),
            agentId,
            earlier.humanId(),
            "hld_" + ids.get().toString().replace("-", ""),
            destinations
                .known(earlier.humanId())
                .map(PayoutAccount::stripeAccountId)
                .orElse(earlier.destination()),
            terms,
            null,
            earlier.capMonth(),
            ConversionStatus.REQUESTED,
            null,
            null,
            BankLeg.NONE,
            Usd.ZERO,
            null,
            now,
            now,
            1);
    conversions.add(again);
    process.startCleared(again);
    events.changed(again);
    return again.id();
  }

  /** What is credits again does not count for the month's caps any more. */
  public void giveCapBack(ConversionId earlierId, Terms terms) {
    Conversion earlier = conversions.find(earlierId).orElseThrow();
    caps.giveBack(earlier.agentId(), earlier.humanId(), earlier.capMonth(), terms.credits());
  }
}
