package dev.agora.messaging.relay;

import dev.agora.messaging.MessagingProperties;
import dev.agora.messaging.failpoint.FailPoints;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads once: prepares the slot, runs an engine, watches it, and closes all in order. */
final class RelayTerms {

  private static final Logger LOG = LoggerFactory.getLogger(RelayTerms.class);
  private static final Duration PRODUCER_CLOSES_WITHIN = Duration.ofSeconds(10);

  private final MessagingProperties.Relay settings;
  private final Properties engineSettings;
  private final Supplier<Producer<byte[], byte[]>> producers;
  private final ChangeEvents events;
  private final SlotCare slotCare;
  private final RelayWatch watch;
  private final RelayProgress progress;
  private final RelayState state;
  private final Pause pause;
  private final FailPoints failPoints;

  RelayTerms(
      MessagingProperties properties,
      RelayDatabase database,
      Supplier<Producer<byte[], byte[]>> producers,
      ChangeEvents events,
      SlotCare slotCare,
      RelayWatch watch,
      RelayProgress progress,
      RelayState state,
      Pause pause,
      FailPoints failPoints) {
    this.settings = properties.relay();
    this.engineSettings = EngineSettings.of(properties, database);
    this.producers = producers;
    this.events = events;
    this.slotCare = slotCare;
    this.watch = watch;
    this.progress = progress;
    this.state = state;
    this.pause = pause;
    this.failPoints = failPoints;
  }

  /**
   * Returns when told to stop or when the lead is lost.
   *
   * @throws IllegalStateException if the engine failed or stalled
   */
  void serve(LeaderLock lead, CountDownLatch stop) throws InterruptedException {
    Producer<byte[], byte[]> producer = producers.get();
    try {
      Delivery delivery = new Delivery(producer, progress, pause);
      slotCare.prepare(delivery);
      progress.restarted();
      RelayBatches batches = new RelayBatches(events, delivery, progress, failPoints);
      try (RelayEngine engine = RelayEngine.start(engineSettings, batches)) {
        attend(engine, lead, stop);
      }
    } finally {
      progress.left();
      producer.close(PRODUCER_CLOSES_WITHIN);
    }
  }

  private void attend(RelayEngine engine, LeaderLock lead, CountDownLatch stop)
      throws InterruptedException {
    while (!stop.await(settings.leadershipInterval().toMillis(), TimeUnit.MILLISECONDS)) {
      if (!lead.stillHeld()) {
        LOG.warn("the lead is lost");
        return;
      }
      if (engine.hasEnded()) {
        throw new IllegalStateException("the engine ended", engine.failure());
      }
      if (engine.isPolling()) {
        state.streaming();
      }
      watch.look();
    }
    if (engine.isPolling()) {
      watch.drain(settings.drainAtMost());
    }
  }
}
