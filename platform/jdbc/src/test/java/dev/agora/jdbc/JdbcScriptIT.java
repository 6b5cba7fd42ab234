package dev.agora.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.local.infrastructure.Database;
import dev.agora.support.RealParts;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Scripts against a real PostgreSQL. */
@RealParts
class JdbcScriptIT {

  private static final String INSERT = "INSERT INTO thing SELECT * FROM unnest(?, ?)";
  private static final String FIND = "SELECT name FROM thing WHERE id = ANY (?) ORDER BY id";

  private JdbcTemplate jdbc;
  private TransactionTemplate transaction;

  @BeforeEach
  void connect(Database database) {
    var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
    jdbc = new JdbcTemplate(source);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    jdbc.execute("DROP TABLE IF EXISTS thing");
    jdbc.execute("CREATE TABLE thing (id bigint PRIMARY KEY, name text)");
  }

  /** The larger one is beyond what goes together. */
  @ParameterizedTest
  @ValueSource(ints = {3, 3000})
  void statementsRunInTheirOrderAndSeeWhatThoseBeforeThemDid(int count) {
    JdbcScript script = new JdbcScript(jdbc);
    List<Long> ids = LongStream.range(0, count).boxed().toList();
    JdbcAnswer<String> before = find(script, ids);
    insert(script, ids);
    JdbcAnswer<String> after = find(script, ids);
    script.add("DELETE FROM thing WHERE id = 0", List.of());
    JdbcAnswer<Long> left =
        script.ask("SELECT count(*) FROM thing", List.of(), (row, index) -> row.getLong(1));
    assertThatThrownBy(after::rows).isInstanceOf(IllegalStateException.class);

    script.run();

    assertThat(before.rows()).isEmpty();
    assertThat(after.rows()).hasSize(count).startsWith("thing 0", "thing 1");
    assertThat(left.single()).isEqualTo(count - 1L);
    assertThatThrownBy(after::single).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void ofAScriptThatFailsNothingStays() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      JdbcScript script = new JdbcScript(jdbc);
                      insert(script, List.of(1L));
                      insert(script, List.of(2L, 1L));
                      script.run();
                    }))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(jdbc.queryForObject("SELECT count(*) FROM thing", Long.class)).isZero();
  }

  @Test
  void withoutRowsThereIsNothingToDoOrToAsk() {
    JdbcScript script = new JdbcScript(jdbc);
    insert(script, List.of());
    JdbcAnswer<String> nothing = find(script, List.of());
    script.run();
    assertThat(nothing.rows()).isEmpty();
  }

  @Test
  void aScriptThatHasRunIsEmpty() {
    JdbcScript script = new JdbcScript(jdbc);
    insert(script, List.of(1L));
    script.run();
    script.run();
    assertThat(jdbc.queryForObject("SELECT count(*) FROM thing", Long.class)).isEqualTo(1);
  }

  private static void insert(JdbcScript script, List<Long> ids) {
    JdbcRows.of(ids).longs(id -> id).texts(id -> "thing " + id).update(script, INSERT);
  }

  private static JdbcAnswer<String> find(JdbcScript script, List<Long> ids) {
    return JdbcRows.of(ids)
        .longs(id -> id)
        .ask(script, FIND, (row, index) -> row.getString("name"));
  }
}
