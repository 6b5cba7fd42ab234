package dev.agora.marketplace.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search asks of listings, as SQL.
 *
 * @param sql conditions for a WHERE
 * @param parameters of them
 */
record JdbcSearchConditions(String sql, Map<String, @Nullable Object> parameters) {

  /** Ranking looks at each text; of a word that thousands use, the newest listings are enough. */
  private static final int RANKED_MAX = 1_000;

  static JdbcSearchConditions of(SearchQuery query) {
    Builder builder = new Builder();
    builder.add("search @@ websearch_to_tsquery('english', :words)", "words", query.words());
    SearchQuery.Filter filter = query.filter();
    if (!filter.tags().isEmpty()) {
      builder.add("tags @> CAST(:tags AS text[])", "tags", filter.tags().toArray(String[]::new));
    }
    builder.add("category = :category", "category", name(filter.category()));
    builder.add("unit = :unit", "unit", name(filter.unit()));
    if (filter.seller() != null) {
      builder.add("seller = :seller", "seller", filter.seller().value());
    }
    if (filter.minPrice() != null) {
      builder.add("price_micros >= :minPrice", "minPrice", filter.minPrice().micros());
    }
    if (filter.maxPrice() != null) {
      builder.add("price_micros <= :maxPrice", "maxPrice", filter.maxPrice().micros());
    }
    builder.add("rating_mean >= :minRating", "minRating", filter.minRating());
    if (filter.maxDelivery() != null) {
      builder.add(
          "delivery_seconds <= :maxDelivery", "maxDelivery", filter.maxDelivery().toSeconds());
    }
    return new JdbcSearchConditions(
        String.join(" AND ", builder.conditions), Map.copyOf(builder.parameters));
  }

  /**
   * The newest listings that meet the conditions, in the place of a table, a bounded number of
   * them. What matches is looked up apart from that: to walk from the newest on and compare each
   * text would take ten times as long, which PostgreSQL does not know.
   */
  String candidates() {
    return """
    (WITH found AS MATERIALIZED (SELECT id FROM listing WHERE %s)
     SELECT listing.* FROM listing
     JOIN (SELECT id FROM found ORDER BY id DESC LIMIT %d) AS newest USING (id)) AS listing
    """
        .formatted(sql, RANKED_MAX);
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static final class Builder {

    private final List<String> conditions = new ArrayList<>(List.of("status = 'PUBLISHED'"));
    private final Map<String, Object> parameters = new HashMap<>();

    /** Adds a condition whose parameter was given. */
    void add(String condition, String name, @Nullable Object value) {
      if (value != null) {
        conditions.add(condition);
        parameters.put(name, value);
      }
    }
  }
}
