package dev.agora.accounts.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.accounts.RunningAccounts;
import dev.agora.accounts.audit.VerifyAudit.Verdict;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever changes the log is found out, even if they own the database. */
@SuppressWarnings("NullAway.Init") // injected
class VerifyAuditIT extends RunningAccounts {

  private static final String SUBJECT = "hum_00000000000000000000000000000001";

  @Autowired private AuditLog log;
  @Autowired private VerifyAudit verifyAudit;
  @Autowired private TransactionTemplate transaction;

  @BeforeEach
  void someEntries() {
    for (int i = 0; i < 3; i++) {
      log.record(
          Deed.of(Act.SIGNED_IN, SUBJECT, "target" + i)
              .by(SUBJECT)
              .changing(Map.of("a", "1"), Map.of("a", "2")));
    }
  }

  private long last() {
    return jdbc.sql("SELECT max(number) FROM audit_entry").query(Long.class).single();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entry SET actor = 'hum_2' WHERE number = :number",
        "UPDATE audit_entry SET after = '{}' WHERE number = :number",
        "UPDATE audit_entry SET owner = NULL WHERE number = :number",
        "UPDATE audit_entry SET at = at - interval '1 microsecond' WHERE number = :number",
        "UPDATE audit_entry SET subject = subject || target, target = '' WHERE number = :number",
        "DELETE FROM audit_entry WHERE number = :number"
      })
  void theEntryThatSomebodyChangedIsFound(String tampering) {
    long victim = last() - 1;

    assertThat(verdictAfter(tampering, victim).brokenAt()).isEqualTo(victim);
    assertThat(verifyAudit.verify().brokenAt()).isNull();
  }

  @Test
  void aMissingEndIsFound() {
    long end = last();

    Verdict verdict = verdictAfter("DELETE FROM audit_entry WHERE number = :number", end);

    assertThat(verdict.brokenAt()).isEqualTo(end);
    assertThat(verdict.verified()).isEqualTo(end - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entry SET actor = 'hum_2'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry"
      })
  void theServiceItselfCanNotChangeIt(String statement) {
    assertThatThrownBy(() -> jdbc.sql(statement).update())
        .hasStackTraceContaining("permission denied for table audit_entry");
  }

  @Test
  void manyAtOnceMakeOneChain() throws ExecutionException, InterruptedException {
    long before = last();
    List<Callable<Void>> writers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      writers.add(
          () -> {
            transaction.executeWithoutResult(
                status -> {
                  log.record(Deed.of(Act.KEY_CREATED, SUBJECT, "one").by(SUBJECT));
                  log.record(Deed.of(Act.KEY_REVOKED, SUBJECT, "other").by(SUBJECT));
                });
            return null;
          });
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> written : threads.invokeAll(writers)) {
        written.get();
      }
    }

    assertThat(last()).isGreaterThanOrEqualTo(before + 40);
    assertThat(verifyAudit.verify().brokenAt()).isNull();
  }

  @Test
  void whatIsRolledBackIsNotWritten() {
    transaction.executeWithoutResult(
        status -> {
          log.record(Deed.of(Act.KEY_CREATED, SUBJECT, "never").by(SUBJECT));
          status.setRollbackOnly();
        });

    assertThat(
            jdbc.sql("SELECT count(*) FROM audit_entry WHERE target = 'never'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  /** As the owner of the database could do it; rolled back at the end. */
  private Verdict verdictAfter(String tampering, long number) {
    Verdict verdict =
        transaction.execute(
            status -> {
              jdbc.sql("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only").update();
              jdbc.sql("GRANT UPDATE, DELETE ON audit_entry TO CURRENT_USER").update();
              assertThat(jdbc.sql(tampering).param("number", number).update()).isOne();
              status.setRollbackOnly();
              return new VerifyAudit(new JdbcAuditEntries(jdbc)).verify();
            });
    return Objects.requireNonNull(verdict);
  }
}
