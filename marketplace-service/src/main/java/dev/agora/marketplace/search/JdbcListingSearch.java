package dev.agora.marketplace.search;

import dev.agora.marketplace.listing.JdbcListings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Search by PostgreSQL's full text: title before tags before description. */
@Repository
class JdbcListingSearch implements ListingSearch {

  private static final String WORDS = "websearch_to_tsquery('english', :words)";

  private final JdbcClient jdbc;

  JdbcListingSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<SearchHit> find(SearchQuery query, @Nullable SearchPosition after, int limit) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    List<String> conditions = conditions(query, parameters);
    if (after != null) {
      conditions.add(after(query.sort()));
      parameters.put("key", after.key());
      parameters.put("id", after.id().value());
    }
    parameters.put("limit", limit);
    parameters.put("allWords", query.words() == null ? "" : query.words());
    String sql =
        """
        SELECT %s, %s AS key, %s AS title_words, %s AS tag_words, %s AS description_words
        FROM listing WHERE %s ORDER BY %s LIMIT :limit
        """
            .formatted(
                JdbcListings.COLUMNS,
                key(query.sort()),
                wordsOfWeight('a'),
                wordsOfWeight('b'),
                wordsOfWeight('c'),
                String.join(" AND ", conditions),
                order(query.sort()));
    return jdbc.sql(sql).params(parameters).query((row, number) -> hit(row)).list();
  }

  @Override
  public Facets facets(SearchQuery query) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    String sql =
        """
        WITH found AS (SELECT category, tags FROM listing WHERE %s LIMIT 10000)
        (SELECT 'category' AS facet, category AS value, count(*) AS count
         FROM found GROUP BY category)
        UNION ALL
        (SELECT 'tag', tag, count(*)
         FROM found CROSS JOIN unnest(tags) AS tag GROUP BY tag ORDER BY 3 DESC, 2 LIMIT 20)
        ORDER BY count DESC, value
        """
            .formatted(String.join(" AND ", conditions(query, parameters)));
    List<Facets.Count> categories = new ArrayList<>();
    List<Facets.Count> tags = new ArrayList<>();
    jdbc.sql(sql)
        .params(parameters)
        .query(
            row -> {
              (row.getString("facet").equals("tag") ? tags : categories)
                  .add(new Facets.Count(row.getString("value"), row.getLong("count")));
            });
    return new Facets(categories, tags);
  }

  private static List<String> conditions(
      SearchQuery query, Map<String, @Nullable Object> parameters) {
    List<String> conditions = new ArrayList<>(List.of("status = 'PUBLISHED'"));
    if (query.words() != null) {
      conditions.add("search @@ " + WORDS);
      parameters.put("words", query.words());
    }
    if (!query.tags().isEmpty()) {
      conditions.add("tags @> CAST(:tags AS text[])");
      parameters.put("tags", query.tags().toArray(String[]::new));
    }
    if (query.category() != null) {
      conditions.add("category = :category");
      parameters.put("category", query.category().name());
    }
    if (query.minPrice() != null) {
      conditions.add("price_micros >= :minPrice");
      parameters.put("minPrice", query.minPrice().micros());
    }
    if (query.maxPrice() != null) {
      conditions.add("price_micros <= :maxPrice");
      parameters.put("maxPrice", query.maxPrice().micros());
    }
    return conditions;
  }

  /** What an order sorts by, as a whole number, higher first, so that a cursor can carry it. */
  private static String key(Sort sort) {
    return switch (sort) {
      case RELEVANCE -> "(ts_rank_cd(search, " + WORDS + ") * 1000000)::bigint";
      case PRICE -> "(-price_micros)";
      case PRICE_DESC -> "price_micros";
      case NEWEST -> "0::bigint";
      // Five imagined threes pull the mean of a few reviews to the middle.
      case RATING -> "((rating_sum + 15) * 1000000 / (rating_count + 5))::bigint";
      case SOLD -> "sold::bigint";
    };
  }

  private static String order(Sort sort) {
    return sort == Sort.NEWEST ? "id DESC" : key(sort) + " DESC, id DESC";
  }

  private static String after(Sort sort) {
    return sort == Sort.NEWEST ? "id < :id" : "(" + key(sort) + ", id) < (:key, :id)";
  }

  private static String wordsOfWeight(char weight) {
    return ("ARRAY(SELECT unnest(tsvector_to_array(ts_filter(search, '{%s}'))) INTERSECT"
            + " SELECT unnest(tsvector_to_array(to_tsvector('english', :allWords))) ORDER BY 1)")
        .formatted(weight);
  }

  private static SearchHit hit(ResultSet row) throws SQLException {
    return new SearchHit(
        JdbcListings.read(row),
        row.getLong("key"),
        words(row, "title_words"),
        words(row, "tag_words"),
        words(row, "description_words"));
  }

  private static List<String> words(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
