package dev.agora.http.idempotency;

import dev.agora.jdbc.JdbcAnswer;
import dev.agora.jdbc.JdbcRows;
import dev.agora.jdbc.JdbcScript;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The table {@code idempotency_record}, one statement for any number of keys. */
final class JdbcStoredAnswers implements StoredAnswers {

  private final JdbcClient jdbc;
  private final JdbcOperations operations;

  JdbcStoredAnswers(JdbcClient jdbc, JdbcOperations operations) {
    this.jdbc = jdbc;
    this.operations = operations;
  }

  @Override
  public List<StoredAnswer> find(Collection<IdempotencyKey> keys) {
    JdbcScript script = new JdbcScript(operations);
    JdbcAnswer<StoredAnswer> found = find(script, keys);
    script.run();
    return found.rows();
  }

  @Override
  public JdbcAnswer<StoredAnswer> find(JdbcScript script, Collection<IdempotencyKey> keys) {
    requireTransaction();
    return JdbcRows.of(keys)
        .texts(IdempotencyKey::callerId)
        .texts(IdempotencyKey::path)
        .texts(IdempotencyKey::key)
        .ask(
            script,
            """
            select caller_id, path, key, body_hash, status, content_type, body
            from idempotency_record
            join unnest(?, ?, ?) as wanted (caller_id, path, key) using (caller_id, path, key)
            """,
            JdbcStoredAnswers::read);
  }

  @Override
  public void store(Collection<StoredAnswer> answers) {
    JdbcScript script = new JdbcScript(operations);
    store(script, answers);
    script.run();
  }

  @Override
  public void store(JdbcScript script, Collection<StoredAnswer> answers) {
    requireTransaction();
    JdbcRows.of(answers)
        .texts(answer -> answer.key().callerId())
        .texts(answer -> answer.key().path())
        .texts(answer -> answer.key().key())
        .texts(answer -> answer.key().bodyHash())
        .longs(answer -> (long) answer.status())
        .texts(StoredAnswer::contentType)
        .texts(StoredAnswer::body)
        .update(
            script,
            """
            insert into idempotency_record (caller_id, path, key, body_hash, status, content_type, body)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)
            """);
  }

  @Override
  public void forget(IdempotencyKey key) {
    requireTransaction();
    jdbc.sql("delete from idempotency_record where caller_id = ? and path = ? and key = ?")
        .params(key.callerId(), key.path(), key.key())
        .update();
  }

  /** Whether nobody else answers this key at the moment; if so, until the transaction ends. */
  boolean tryLock(IdempotencyKey key) {
    requireTransaction();
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")
        .param(key.callerId() + ' ' + key.path() + ' ' + key.key())
        .query(Boolean.class)
        .single();
  }

  private static StoredAnswer read(ResultSet row, int number) throws SQLException {
    return new StoredAnswer(
        new IdempotencyKey(
            row.getString("caller_id"),
            row.getString("path"),
            row.getString("key"),
            row.getString("body_hash")),
        row.getInt("status"),
        row.getString("content_type"),
        row.getString("body"));
  }

  private static void requireTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an answer is stored in the transaction of its effect");
    }
  }
}
