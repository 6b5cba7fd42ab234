package dev.agora.http.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The table {@code idempotency_record}, one statement for any number of keys. */
final class JdbcStoredAnswers implements StoredAnswers {

  private final JdbcClient jdbc;

  JdbcStoredAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<StoredAnswer> find(Collection<IdempotencyKey> keys) {
    requireTransaction();
    if (keys.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select caller_id, path, key, body_hash, status, content_type, body
            from idempotency_record
            join unnest(:callers::text[], :paths::text[], :keys::text[]) as wanted (caller_id, path, key)
              using (caller_id, path, key)
            """)
        .param("callers", column(keys, IdempotencyKey::callerId))
        .param("paths", column(keys, IdempotencyKey::path))
        .param("keys", column(keys, IdempotencyKey::key))
        .query(JdbcStoredAnswers::read)
        .list();
  }

  @Override
  public void store(Collection<StoredAnswer> answers) {
    requireTransaction();
    if (answers.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into idempotency_record (caller_id, path, key, body_hash, status, content_type, body)
            select * from unnest(
              :callers::text[], :paths::text[], :keys::text[], :hashes::text[],
              :statuses::smallint[], :contentTypes::text[], :bodies::text[])
            """)
        .param("callers", column(answers, answer -> answer.key().callerId()))
        .param("paths", column(answers, answer -> answer.key().path()))
        .param("keys", column(answers, answer -> answer.key().key()))
        .param("hashes", column(answers, answer -> answer.key().bodyHash()))
        .param("statuses", column(answers, answer -> String.valueOf(answer.status())))
        .param("contentTypes", column(answers, StoredAnswer::contentType))
        .param("bodies", column(answers, StoredAnswer::body))
        .update();
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

  private static <T> String[] column(Collection<T> rows, Function<T, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
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
