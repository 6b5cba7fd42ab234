package dev.agora.bench.sql;

import dev.agora.bench.measure.Workers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The baseline of S1: one database transaction per transfer, straight SQL, none of our rules.
 * Accounts are touched in the order of their ids, so that nothing deadlocks.
 */
public final class SingleSql implements Workers.Worker {
  private static final int AMOUNT = 100;
  private static final int FEE = 5;

  private final SqlTables tables;
  private final Connection connection;
  private final PreparedStatement transfer;
  private final PreparedStatement entries;
  private final PreparedStatement update;
  private final boolean withFee;

  /**
   * Connects.
   *
   * @param withFee whether every transfer also touches the one fee account
   */
  public SingleSql(SqlTables tables, boolean withFee) throws SQLException {
    this.tables = tables;
    this.withFee = withFee;
    connection = tables.connect();
    connection.setAutoCommit(false);
    transfer =
        connection.prepareStatement(
            "INSERT INTO bench.transfer (idempotency_key, payer, payee, amount) VALUES (?, ?, ?, ?) RETURNING id");
    String three = withFee ? ", (?, 0, " + FEE + ")" : "";
    entries =
        connection.prepareStatement("INSERT INTO bench.entry VALUES (?, ?, ?), (?, ?, ?)" + three);
    update =
        connection.prepareStatement("UPDATE bench.account SET balance = balance + ? WHERE id = ?");
  }

  @Override
  public int call(RandomGenerator random) throws SQLException {
    int payer = 1 + random.nextInt(tables.accounts());
    int payee = 1 + (payer + random.nextInt(tables.accounts() - 1)) % tables.accounts();
    int net = withFee ? AMOUNT - FEE : AMOUNT;
    insert(payer, payee, net);
    boolean payerFirst = payer < payee;
    add(payerFirst ? payer : payee, payerFirst ? -AMOUNT : net);
    add(payerFirst ? payee : payer, payerFirst ? net : -AMOUNT);
    if (withFee) {
      add(SqlTables.FEE_ACCOUNT, FEE);
    }
    connection.commit();
    return 1;
  }

  private void insert(int payer, int payee, int net) throws SQLException {
    transfer.setString(1, UUID.randomUUID().toString());
    transfer.setInt(2, payer);
    transfer.setInt(3, payee);
    transfer.setInt(4, AMOUNT);
    try (ResultSet row = transfer.executeQuery()) {
      row.next();
      long id = row.getLong(1);
      entries.setLong(1, id);
      entries.setInt(2, payer);
      entries.setInt(3, -AMOUNT);
      entries.setLong(4, id);
      entries.setInt(5, payee);
      entries.setInt(6, net);
      if (withFee) {
        entries.setLong(7, id);
      }
    }
    entries.executeUpdate();
  }

  private void add(int account, int units) throws SQLException {
    update.setInt(1, units);
    update.setInt(2, account);
    update.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
