package dev.agora.marketplace.review;

import dev.agora.agents.AgentId;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.Party;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reviews in table {@code review}. */
@Repository
class JdbcReviews implements Reviews {

  private final JdbcClient jdbc;

  JdbcReviews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Review review) {
    jdbc.sql(
            """
            INSERT INTO review (id, order_id, party, service_id, author, rating, text, written_at)
            VALUES (:id, :order, :party, :service, :author, :rating, :text, :writtenAt)
            """)
        .param("id", review.id().value())
        .param("order", review.order().value())
        .param("party", review.party().name())
        .param("service", review.service().value())
        .param("author", review.author().value())
        .param("rating", review.rating())
        .param("text", review.text())
        .param("writtenAt", review.writtenAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public List<Review> reveal(OrderId order, Instant at) {
    return jdbc.sql(
            """
            UPDATE review SET revealed_at = :at
            WHERE order_id = :order AND revealed_at IS NULL
            RETURNING *
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("order", order.value())
        .query((row, number) -> read(row))
        .list();
  }

  @Override
  public Optional<Review> findRevealed(ReviewId id) {
    return jdbc.sql("SELECT * FROM review WHERE id = ? AND revealed_at IS NOT NULL")
        .param(id.value())
        .query((row, number) -> read(row))
        .optional();
  }

  @Override
  public Optional<Review> ofBuyer(OrderId order) {
    return jdbc.sql(
            """
            SELECT * FROM review
            WHERE order_id = ? AND party = 'BUYER' AND revealed_at IS NOT NULL
            """)
        .param(order.value())
        .query((row, number) -> read(row))
        .optional();
  }

  @Override
  public boolean answer(ReviewId id, String answer, Instant at) {
    return jdbc.sql(
                """
                UPDATE review SET answer = :answer, answered_at = :at
                WHERE id = :id AND answer IS NULL
                """)
            .param("answer", answer)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("id", id.value())
            .update()
        == 1;
  }

  @Override
  public void hide(ReviewId id, Instant at) {
    jdbc.sql("UPDATE review SET hidden_at = :at WHERE id = :id AND hidden_at IS NULL")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id.value())
        .update();
  }

  @Override
  public List<Review> revealed(ServiceId service, @Nullable OrderId after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM review
            WHERE service_id = :service AND party = 'BUYER' AND revealed_at IS NOT NULL
              AND (CAST(:after AS text) IS NULL OR order_id < :after)
            ORDER BY order_id DESC LIMIT :limit
            """)
        .param("service", service.value())
        .param("after", after == null ? null : after.value())
        .param("limit", limit)
        .query((row, number) -> read(row))
        .list();
  }

  static Review read(ResultSet row) throws SQLException {
    return new Review(
        new ReviewId(row.getString("id")),
        new OrderId(row.getString("order_id")),
        Party.valueOf(row.getString("party")),
        new ServiceId(row.getString("service_id")),
        new AgentId(row.getString("author")),
        row.getInt("rating"),
        row.getString("text"),
        JdbcInstants.read(row, "written_at"),
        row.getString("answer"),
        row.getObject("hidden_at") != null);
  }
}
