package dev.agora.marketplace.listing;

import dev.agora.agents.AgentId;
import dev.agora.jdbc.JdbcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Listings in table {@code listing}. */
@Repository
public class JdbcListings implements Listings {

  /** What {@link #read} needs of a row. */
  public static final String COLUMNS =
      "id, seller, "
          + JdbcTerms.COLUMNS
          + ", status, version, sold, rating_millis, rating_owners, rating_count, created_at,"
          + " updated_at";

  private final JdbcClient jdbc;

  JdbcListings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Reads {@link #COLUMNS} of a row. */
  public static Listing read(ResultSet row) throws SQLException {
    return new Listing(
        new ServiceId(row.getString("id")),
        new AgentId(row.getString("seller")),
        JdbcTerms.read(row),
        ListingStatus.valueOf(row.getString("status")),
        row.getLong("version"),
        new Listing.TrackRecord(
            row.getInt("sold"),
            row.getLong("rating_millis"),
            row.getLong("rating_owners"),
            row.getInt("rating_count")),
        JdbcInstants.read(row, "created_at"),
        JdbcInstants.read(row, "updated_at"));
  }

  @Override
  public Optional<Listing> find(ServiceId id) {
    return select(id, "");
  }

  @Override
  public Optional<Listing> lock(ServiceId id) {
    return select(id, " FOR UPDATE");
  }

  private Optional<Listing> select(ServiceId id, String lock) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM listing WHERE id = ?" + lock)
        .param(id.value())
        .query((row, number) -> read(row))
        .optional();
  }

  @Override
  public boolean add(Listing listing) {
    return bound(
                """
                INSERT INTO listing (id, seller, %s, status, version, created_at, updated_at)
                VALUES (:id, :seller, %s, :status, :version, :createdAt, :updatedAt)
                ON CONFLICT (seller, lower(title)) WHERE status <> 'WITHDRAWN' DO NOTHING
                """
                    .formatted(JdbcTerms.COLUMNS, JdbcTerms.VALUES),
                listing)
            .param("createdAt", utc(listing.createdAt()))
            .update()
        == 1;
  }

  @Override
  public boolean update(Listing listing) {
    return bound(
                """
                UPDATE listing
                SET (%s, status, version, updated_at) = (%s, :status, :version, :updatedAt)
                WHERE id = :id
                  AND (:status = 'WITHDRAWN' OR NOT EXISTS (
                    SELECT 1 FROM listing AS twin
                    WHERE twin.seller = :seller AND lower(twin.title) = lower(:title)
                      AND twin.status <> 'WITHDRAWN' AND twin.id <> :id))
                """
                    .formatted(JdbcTerms.COLUMNS, JdbcTerms.VALUES),
                listing)
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec bound(String sql, Listing listing) {
    return jdbc.sql(sql)
        .params(JdbcTerms.parameters(listing.terms()))
        .param("id", listing.id().value())
        .param("seller", listing.seller().value())
        .param("status", listing.status().name())
        .param("version", listing.version())
        .param("updatedAt", utc(listing.updatedAt()));
  }

  @Override
  public void countSale(ServiceId id) {
    jdbc.sql("UPDATE listing SET sold = sold + 1 WHERE id = ?").param(id.value()).update();
  }

  @Override
  public void countRating(ServiceId id, int stars, long millis, long owners) {
    jdbc.sql(
            """
            UPDATE listing
            SET rating_sum = rating_sum + :stars, rating_count = rating_count + 1,
                rating_millis = :millis, rating_owners = :owners
            WHERE id = :id
            """)
        .param("stars", stars)
        .param("millis", millis)
        .param("owners", owners)
        .param("id", id.value())
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
