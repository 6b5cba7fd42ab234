package dev.agora.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.Database;
import dev.agora.support.RealParts;
import java.time.Duration;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@RealParts
class JdbcOldAnswersIT {

  @Test
  void an_answer_is_forgotten_after_its_time_and_not_before(Database database) {
    var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
    Flyway.configure().dataSource(source).locations("classpath:db/migration/http").load().migrate();
    JdbcClient jdbc = JdbcClient.create(source);
    jdbc.sql(
            """
            insert into idempotency_record
            select 'agt_1', '/', n::text, 'h', 200, 't', 'b', timestamptz '2026-01-01Z' + n * interval '1 second'
            from generate_series(1, 12000) as n
            """)
        .update();
    Instant tenThousandAreOld = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(10_001);

    new JdbcOldAnswers(jdbc, Duration.ofDays(90), () -> tenThousandAreOld.plus(Duration.ofDays(90)))
        .forget();

    assertThat(jdbc.sql("select count(*) from idempotency_record").query(Long.class).single())
        .isEqualTo(2_000);
  }
}
