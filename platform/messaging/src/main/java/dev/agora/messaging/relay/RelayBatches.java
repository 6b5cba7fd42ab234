package dev.agora.messaging.relay;

import dev.agora.messaging.failpoint.FailPoints;
import io.debezium.engine.DebeziumEngine.ChangeConsumer;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes what Debezium read and marks it only when Kafka has it.
 *
 * <p>It never throws Connect's {@code RetriableException}: the engine would drop the batch and go
 * on with the next.
 */
final class RelayBatches implements ChangeConsumer<RecordChangeEvent<SourceRecord>> {

  private final ChangeEvents events;
  private final Delivery delivery;
  private final RelayProgress progress;
  private final FailPoints failPoints;

  RelayBatches(
      ChangeEvents events, Delivery delivery, RelayProgress progress, FailPoints failPoints) {
    this.events = events;
    this.delivery = delivery;
    this.progress = progress;
    this.failPoints = failPoints;
  }

  @Override
  public void handleBatch(
      List<RecordChangeEvent<SourceRecord>> changes,
      RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
      throws InterruptedException {
    progress.began(
        changes.stream().mapToLong(c -> ChangeEvents.position(c.record())).max().orElse(0));
    List<OutboxRow> rows = new ArrayList<>(changes.size());
    for (RecordChangeEvent<SourceRecord> change : changes) {
      Optional<OutboxRow> row = events.row(change.record());
      row.ifPresent(rows::add);
    }
    delivery.deliver(rows.stream().map(OutboxRow::message).toList());
    pass(rows, "relay-after-send-before-mark");
    for (RecordChangeEvent<SourceRecord> change : changes) {
      committer.markProcessed(change);
    }
    committer.markBatchFinished();
    progress.finished(rows.size(), newest(rows));
    pass(rows, "relay-after-mark-before-flush");
  }

  /** The place of that name, and the one of that name for each topic, {@code place/topic}. */
  private void pass(List<OutboxRow> rows, String place) {
    if (!rows.isEmpty()) {
      failPoints.pass(place);
    }
    rows.stream()
        .map(row -> row.message().topic())
        .distinct()
        .forEach(topic -> failPoints.pass(place + "/" + topic));
  }

  private static @Nullable Instant newest(List<OutboxRow> rows) {
    return rows.isEmpty() ? null : rows.getLast().createdAt();
  }
}
