package dev.agora.payout.transfer;

import dev.agora.http.page.PageRequest;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.money.Usd;
import dev.agora.payout.conversion.ConversionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTransferIntents implements TransferIntents {

  private final JdbcClient jdbc;

  JdbcTransferIntents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public TransferIntent prepare(TransferOrder order, Instant now) {
    jdbc.sql(
            """
            INSERT INTO transfer_intent
              (conversion_id, command_id, destination, amount_cents, state, prepared_at)
            VALUES (?, ?, ?, ?, 'PREPARED', ?)
            ON CONFLICT (conversion_id) DO NOTHING
            """)
        .params(
            order.conversion().value(),
            order.commandId(),
            order.destination(),
            order.amount().cents(),
            at(now))
        .update();
    return lock(order.conversion()).orElseThrow();
  }

  @Override
  public Optional<TransferIntent> lock(ConversionId id) {
    return jdbc.sql("SELECT * FROM transfer_intent WHERE conversion_id = ? FOR UPDATE")
        .param(id.value())
        .query(JdbcTransferIntents::read)
        .optional();
  }

  @Override
  public List<DoubtfulTransfer> inDoubt(PageRequest page) {
    return jdbc.sql(
            """
            SELECT * FROM transfer_intent
            WHERE state IN ('SENDING', 'UNKNOWN') AND (:after::text IS NULL OR conversion_id < :after)
            ORDER BY conversion_id DESC LIMIT :limit
            """)
        .param("after", page.after())
        .param("limit", page.fetchLimit())
        .query(
            (row, index) ->
                new DoubtfulTransfer(
                    row.getString("conversion_id"),
                    Usd.ofCents(row.getLong("amount_cents")),
                    row.getInt("attempts"),
                    JdbcInstants.read(row, "first_sent_at"),
                    row.getString("last_error")))
        .list();
  }

  @Override
  public void sending(ConversionId id, Instant now) {
    jdbc.sql(
            """
            UPDATE transfer_intent
            SET state = 'SENDING', attempts = attempts + 1,
                first_sent_at = coalesce(first_sent_at, ?)
            WHERE conversion_id = ?
            """)
        .params(at(now), id.value())
        .update();
  }

  @Override
  public void unknown(ConversionId id, String reason) {
    endAttempt(id, TransferIntent.State.UNKNOWN, reason);
  }

  @Override
  public void notSent(ConversionId id, String reason) {
    endAttempt(id, TransferIntent.State.PREPARED, reason);
  }

  @Override
  public void done(ConversionId id, SentTransfer transfer) {
    jdbc.sql(
            """
            UPDATE transfer_intent
            SET state = 'DONE', stripe_transfer_id = ?, destination_payment = ?, last_error = NULL
            WHERE conversion_id = ?
            """)
        .params(transfer.transferId(), transfer.destinationPaymentId(), id.value())
        .update();
  }

  @Override
  public void refused(ConversionId id, TransferRefusal refusal) {
    jdbc.sql(
            """
            UPDATE transfer_intent
            SET state = 'REFUSED', refusal_code = ?, last_error = ?, refusal_message = ?
            WHERE conversion_id = ?
            """)
        .params(refusal.code(), refusal.stripeCode(), refusal.message(), id.value())
        .update();
  }

  @Override
  public Doubtful doubtful() {
    return jdbc.sql(
            """
            SELECT count(*) AS count, min(first_sent_at) AS oldest FROM (
              SELECT first_sent_at FROM transfer_intent WHERE state IN ('SENDING', 'UNKNOWN') LIMIT 10000) AS intent
            """)
        .query(
            (row, index) ->
                new Doubtful(row.getLong("count"), JdbcInstants.readOrNull(row, "oldest")))
        .single();
  }

  @Override
  public Optional<ConversionId> ofDestinationPayment(String destinationPaymentId) {
    return jdbc.sql("SELECT conversion_id FROM transfer_intent WHERE destination_payment = ?")
        .param(destinationPaymentId)
        .query((row, index) -> new ConversionId(row.getString("conversion_id")))
        .optional();
  }

  private void endAttempt(ConversionId id, TransferIntent.State state, String reason) {
    jdbc.sql("UPDATE transfer_intent SET state = ?, last_error = ? WHERE conversion_id = ?")
        .params(state.name(), reason, id.value())
        .update();
  }

  private static TransferIntent read(ResultSet row, int index) throws SQLException {
    return new TransferIntent(
        new TransferOrder(
            new ConversionId(row.getString("conversion_id")),
            row.getObject("command_id", UUID.class),
            row.getString("destination"),
            Usd.ofCents(row.getLong("amount_cents"))),
        TransferIntent.State.valueOf(row.getString("state")),
        JdbcInstants.readOrNull(row, "first_sent_at"),
        row.getString("stripe_transfer_id"),
        refusal(row));
  }

  private static @Nullable TransferRefusal refusal(ResultSet row) throws SQLException {
    String code = row.getString("refusal_code");
    return code == null
        ? null
        : new TransferRefusal(code, row.getString("last_error"), row.getString("refusal_message"));
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
