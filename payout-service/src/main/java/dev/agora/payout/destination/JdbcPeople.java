package dev.agora.payout.destination;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPeople implements People {

  private final JdbcClient jdbc;

  JdbcPeople(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Person> find(String humanId) {
    return jdbc.sql("SELECT human_id, email, name, version FROM person WHERE human_id = ?")
        .param(humanId)
        .query(
            (row, index) ->
                new Person(
                    row.getString("human_id"),
                    row.getString("email"),
                    row.getString("name"),
                    row.getLong("version")))
        .optional();
  }

  @Override
  public void learn(Person person) {
    jdbc.sql(
            """
            INSERT INTO person AS known (human_id, email, name, version) VALUES (?, ?, ?, ?)
            ON CONFLICT (human_id) DO UPDATE
              SET email = excluded.email, name = excluded.name, version = excluded.version
              WHERE known.version < excluded.version
            """)
        .params(person.humanId(), person.email(), person.name(), person.version())
        .update();
  }
}
