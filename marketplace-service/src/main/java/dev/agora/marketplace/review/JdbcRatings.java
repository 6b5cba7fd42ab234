package dev.agora.marketplace.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ratings in tables {@code rating} and {@code rating_by_owner}. */
@Repository
class JdbcRatings implements Ratings {

  private final JdbcClient jdbc;

  JdbcRatings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Rating of(Subject subject) {
    return jdbc.sql("SELECT millis, owners, reviews FROM rating WHERE subject = ?")
        .param(subject.text())
        .query((row, number) -> read(row))
        .optional()
        .orElse(Rating.NONE);
  }

  /** The owner's old mean goes, the new one comes: what it costs does not grow with the reviews. */
  @Override
  public Rating count(Subject subject, String owner, int stars) {
    return jdbc.sql(
            """
            WITH voice AS (
              INSERT INTO rating_by_owner AS old (subject, owner, stars, reviews)
              VALUES (:subject, :owner, :stars, 1)
              ON CONFLICT (subject, owner)
              DO UPDATE SET stars = old.stars + excluded.stars, reviews = old.reviews + 1
              RETURNING stars, reviews),
            change AS (
              SELECT 1000 * stars / reviews
                       - coalesce(1000 * (stars - :stars) / nullif(reviews - 1, 0), 0) AS millis,
                     CASE reviews WHEN 1 THEN 1 ELSE 0 END AS owners
              FROM voice)
            INSERT INTO rating AS old (subject, millis, owners, reviews)
            VALUES (:subject, 1000 * :stars, 1, 1)
            ON CONFLICT (subject)
            DO UPDATE SET millis = old.millis + (SELECT millis FROM change),
                          owners = old.owners + (SELECT owners FROM change),
                          reviews = old.reviews + 1
            RETURNING millis, owners, reviews
            """)
        .param("subject", subject.text())
        .param("owner", owner)
        .param("stars", stars)
        .query((row, number) -> read(row))
        .single();
  }

  private static Rating read(ResultSet row) throws SQLException {
    return new Rating(row.getLong("millis"), row.getLong("owners"), row.getLong("reviews"));
  }
}
