package dev.agora.bench.sql;

import dev.agora.bench.measure.Workers;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The baseline of S0 and S3: many transfers in one transaction, written by a few set-based
 * statements, with an idempotency index, an outbox row and the fee account; none of our rules.
 */
public final class SetBasedSql implements Workers.Worker {
  private static final String POST =
      """
      WITH asked AS (
        SELECT * FROM unnest(?::text[], ?::int[], ?::int[]) AS asked (key, payer, payee)
      ), posted AS (
        INSERT INTO bench.transfer (idempotency_key, payer, payee, amount)
        SELECT key, payer, payee, 100 FROM asked RETURNING id, payer, payee
      ), entries AS (
        INSERT INTO bench.entry
        SELECT id, payer, -100 FROM posted UNION ALL SELECT id, payee, 95 FROM posted
        UNION ALL SELECT id, 0, 5 FROM posted
        RETURNING account, units
      ), outboxed AS (
        INSERT INTO bench.outbox (payload) SELECT ? RETURNING id
      )
      SELECT count(*) FROM entries, outboxed
      """;

  private static final String UPDATE =
      """
      UPDATE bench.account SET balance = balance + change.units FROM (
        SELECT account, sum(units) AS units FROM (
          SELECT unnest(?::int[]) AS account, -100 AS units UNION ALL SELECT unnest(?::int[]), 95
          UNION ALL SELECT 0, 5 * ?
        ) AS single GROUP BY account
      ) AS change WHERE id = change.account
      """;

  private final SqlTables tables;
  private final int size;
  private final Connection connection;
  private final PreparedStatement post;
  private final PreparedStatement update;

  public SetBasedSql(SqlTables tables, int size) throws SQLException {
    this.tables = tables;
    this.size = size;
    connection = tables.connect();
    connection.setAutoCommit(false);
    post = connection.prepareStatement(POST);
    update = connection.prepareStatement(UPDATE);
  }

  @Override
  public int call(RandomGenerator random) throws SQLException {
    Object[] keys = new Object[size];
    Object[] payers = new Object[size];
    Object[] payees = new Object[size];
    for (int i = 0; i < size; i++) {
      int payer = 1 + random.nextInt(tables.accounts());
      keys[i] = UUID.randomUUID().toString();
      payers[i] = payer;
      payees[i] = 1 + (payer + random.nextInt(tables.accounts() - 1)) % tables.accounts();
    }
    Array payerIds = connection.createArrayOf("int4", payers);
    Array payeeIds = connection.createArrayOf("int4", payees);
    post.setArray(1, connection.createArrayOf("text", keys));
    post.setArray(2, payerIds);
    post.setArray(3, payeeIds);
    post.setBytes(4, "x".repeat(size * 100).getBytes(StandardCharsets.US_ASCII));
    post.executeQuery().close();
    update.setArray(1, payerIds);
    update.setArray(2, payeeIds);
    update.setInt(3, size);
    update.executeUpdate();
    connection.commit();
    return size;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
