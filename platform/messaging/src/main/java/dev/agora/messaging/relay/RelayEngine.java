package dev.agora.messaging.relay;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.ConnectorCallback;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of a Debezium engine: it is started once, and once it has ended it stays so. */
final class RelayEngine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RelayEngine.class);
  private static final AtomicLong LIVES = new AtomicLong();
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(15);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

  private final CountDownLatch pollingOrEnded = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
  private volatile boolean polling;
  private volatile @Nullable Throwable failure;

  private static Properties named(Properties settings) {
    Properties all = new Properties();
    all.putAll(settings);
    // Debezium waits a minute for a name that an earlier engine of this process still holds in JMX.
    all.setProperty("custom.metric.tags", "life=" + LIVES.incrementAndGet());
    return all;
  }

  private RelayEngine(Properties settings, RelayBatches batches, ClassLoader classes) {
    // The settings come first: the builder reads them when it is told whom to notify.
    this.engine =
        DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
            .using(named(settings))
            .using(classes)
            .using(new Callback())
            .using(this::completed)
            .notifying(batches)
            .build();
  }

  static RelayEngine start(Properties settings, RelayBatches batches) {
    RelayEngine relay = new RelayEngine(settings, batches, RelayEngine.class.getClassLoader());
    Thread.ofPlatform().daemon().name("relay-engine").start(relay.engine);
    return relay;
  }

  boolean isPolling() {
    return polling && !hasEnded();
  }

  boolean hasEnded() {
    return ended.getCount() == 0;
  }

  /** Why it ended by itself; null if it did not fail. */
  @Nullable Throwable failure() {
    return failure;
  }

  /** Stops it; what is not marked by then will come again. */
  @Override
  public void close() {
    try {
      // An engine refuses to close while it starts.
      await(pollingOrEnded, STARTS_WITHIN);
      if (!hasEnded()) {
        engine.close();
        await(ended, ENDS_WITHIN);
      }
    } catch (IllegalStateException | IOException failed) {
      LOG.warn("the engine did not close in order", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch, Duration atMost) throws InterruptedException {
    if (!latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("the engine did not change within {}", atMost);
    }
  }

  private void completed(boolean success, @Nullable String message, @Nullable Throwable error) {
    if (!success) {
      failure = error == null ? new IllegalStateException(message) : error;
    }
    ended.countDown();
    pollingOrEnded.countDown();
  }

  private final class Callback implements ConnectorCallback {

    @Override
    public void pollingStarted() {
      polling = true;
      pollingOrEnded.countDown();
    }
  }
}
