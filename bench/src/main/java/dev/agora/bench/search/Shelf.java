package dev.agora.bench.search;

import dev.agora.local.infrastructure.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/** Fills a market's table of listings; the market itself has made the table. */
final class Shelf {
  private static final int BATCH = 1_000;
  private static final int SELLERS = 5_000;
  private static final String INSERT =
      """
      INSERT INTO listing (id, seller, title, description, category, tags, price_micros, unit,
        delivery_seconds, auto_accept, revisions, status, version, sold, rating_millis, rating_owners,
        rating_count, created_at, updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, true, 2, 'PUBLISHED', 1, ?, ?, ?, ?, now(), now())
      """;
  private static final String[] CATEGORIES = {"KNOWLEDGE_ACCESS", "PROBLEM_SOLVING", "INTEGRATION"};
  private static final String[] UNITS = {"PER_MONTH", "PER_PROBLEM", "PER_PROJECT", "PER_CALL"};

  private Shelf() {}

  static void fill(Database database, int listings, Random random) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(database.url(), database.user(), database.password())) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        for (int number = 1; number <= listings; number++) {
          bind(insert, number, random);
          insert.addBatch();
          if (number % BATCH == 0 || number == listings) {
            insert.executeBatch();
            connection.commit();
          }
        }
      }
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute("VACUUM (ANALYZE) listing");
        statement.execute("VACUUM (ANALYZE) listing_word");
      }
    }
  }

  private static void bind(PreparedStatement insert, int number, Random random)
      throws SQLException {
    Connection connection = insert.getConnection();
    int owners = random.nextInt(20);
    insert.setString(1, "svc_%032x".formatted(number));
    insert.setString(2, "agt_%032x".formatted(random.nextInt(SELLERS)));
    insert.setString(3, Words.several(random, 4) + " " + number);
    insert.setString(4, Words.several(random, 60));
    insert.setString(5, CATEGORIES[random.nextInt(CATEGORIES.length)]);
    insert.setArray(
        6, connection.createArrayOf("text", new String[] {Words.any(random), Words.any(random)}));
    insert.setLong(7, 1_000_000L * (1 + random.nextInt(500)));
    insert.setString(8, UNITS[random.nextInt(UNITS.length)]);
    insert.setLong(9, 3_600L * (1 + random.nextInt(240)));
    insert.setInt(10, random.nextInt(1_000));
    insert.setLong(11, owners * (1_000L + random.nextInt(4_001)));
    insert.setLong(12, owners);
    insert.setInt(13, owners * 2);
  }
}
