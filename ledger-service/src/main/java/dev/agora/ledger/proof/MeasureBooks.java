package dev.agora.ledger.proof;

import dev.agora.money.Economy;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the proof four times a minute for the gauges, which costs the same however much there is.
 * The first time is after the start: a program has to start where its database is not, as when the
 * cache of its image is made.
 */
@Component
class MeasureBooks {

  private static final Logger log = LoggerFactory.getLogger(MeasureBooks.class);

  private final ProveLedger ledger;
  private final Economy economy;
  private final Clock clock;
  private final MeterRegistry meters;
  private @Nullable BookGauges gauges;

  MeasureBooks(ProveLedger ledger, Economy economy, Clock clock, MeterRegistry meters) {
    this.ledger = ledger;
    this.economy = economy;
    this.clock = clock;
    this.meters = meters;
  }

  @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
  synchronized void read() {
    try {
      ProveLedger.Books books = ledger.books();
      if (gauges == null) {
        gauges = new BookGauges(books, economy, clock, meters);
      } else {
        gauges.show(books);
      }
    } catch (RuntimeException down) {
      // The gauges keep what they had, and their age tells.
      log.warn("the books can not be read: {}", down.toString());
    }
  }
}
