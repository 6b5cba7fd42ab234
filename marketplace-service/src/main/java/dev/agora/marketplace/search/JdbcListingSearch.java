package dev.agora.marketplace.search;

import dev.agora.marketplace.listing.JdbcListings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** SQL with its parameters. */
  record Statement(String sql, Map<String, @Nullable Object> parameters) {}

  @Override
  public List<SearchHit> find(SearchQuery query, @Nullable SearchPosition after, int limit) {
    Statement statement = statement(query, after, limit);
    return jdbc.sql(statement.sql())
        .params(statement.parameters())
        .query((row, number) -> hit(row))
        .list();
  }

  static Statement statement(SearchQuery query, @Nullable SearchPosition after, int limit) {
    JdbcSearchConditions conditions = JdbcSearchConditions.of(query);
    Map<String, @Nullable Object> parameters = new HashMap<>(conditions.parameters());
    if (after != null) {
      parameters.put("key", after.key());
      parameters.put("id", after.id().value());
    }
    parameters.put("limit", limit);
    parameters.put("allWords", query.words() == null ? "" : query.words());
    boolean ranked = query.sort() == Sort.RELEVANCE;
    String sql =
        """
        SELECT %s, %s AS key, %s AS title_words, %s AS tag_words, %s AS description_words
        FROM %s WHERE %s%s ORDER BY %s LIMIT :limit
        """
            .formatted(
                JdbcListings.COLUMNS,
                key(query.sort()),
                wordsOfWeight('a'),
                wordsOfWeight('b'),
                wordsOfWeight('c'),
                ranked ? conditions.candidates() : "listing",
                ranked ? "TRUE" : conditions.sql(),
                after == null ? "" : " AND " + after(query.sort()),
                order(query.sort()));
    return new Statement(sql, parameters);
  }

  @Override
  public Optional<String> respell(String words) {
    List<String> typed = Spelling.checkable(words);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> better = new HashMap<>();
    jdbc.sql(
            """
            SELECT typed, word FROM unnest(CAST(:typed AS text[])) AS typed
            CROSS JOIN LATERAL (
              SELECT word FROM listing_word
              WHERE word % typed
              ORDER BY similarity(word, typed) DESC, word LIMIT 1) AS nearest
            WHERE cardinality(ts_lexize('english_stem', typed)) > 0
              AND NOT EXISTS (
                SELECT FROM listing_word
                WHERE stem = (ts_lexize('english_stem', typed))[1])
            """)
        .param("typed", typed.toArray(String[]::new))
        .query(
            row -> {
              better.put(row.getString("typed"), row.getString("word"));
            });
    return better.isEmpty() ? Optional.empty() : Optional.of(Spelling.replace(words, better));
  }

  @Override
  public Facets facets(SearchQuery query) {
    JdbcSearchConditions conditions = JdbcSearchConditions.of(query);
    Map<Facet, List<Facets.Count>> counts = new EnumMap<>(Facet.class);
    jdbc.sql(
            """
            WITH found AS MATERIALIZED (
              SELECT category, unit, tags FROM listing WHERE %s LIMIT :most)
            (SELECT 'ALL' AS facet, '' AS value, count(*) AS count FROM found)
            UNION ALL
            (SELECT 'CATEGORY', category, count(*)
             FROM found GROUP BY category)
            UNION ALL
            (SELECT 'UNIT', unit, count(*) FROM found GROUP BY unit)
            UNION ALL
            (SELECT 'TAG', tag, count(*)
             FROM found CROSS JOIN unnest(tags) AS tag GROUP BY tag ORDER BY 3 DESC, 2 LIMIT 20)
            ORDER BY count DESC, value
            """
                .formatted(conditions.sql()))
        .params(conditions.parameters())
        // One more than are counted tells whether there are more.
        .param("most", Facets.MAX + 1)
        .query(
            row -> {
              counts
                  .computeIfAbsent(
                      Facet.valueOf(row.getString("facet")), facet -> new ArrayList<>())
                  .add(new Facets.Count(row.getString("value"), row.getLong("count")));
            });
    long counted = counts.getOrDefault(Facet.ALL, List.of()).getFirst().count();
    return new Facets(
        counts.getOrDefault(Facet.CATEGORY, List.of()),
        counts.getOrDefault(Facet.UNIT, List.of()),
        counts.getOrDefault(Facet.TAG, List.of()),
        counted,
        counted <= Facets.MAX);
  }

  private enum Facet {
    ALL,
    CATEGORY,
    UNIT,
    TAG
  }

  /** What an order sorts by, as a whole number, higher first, so that a cursor can carry it. */
  private static String key(Sort sort) {
    return switch (sort) {
      case RELEVANCE -> "(ts_rank_cd(search, " + WORDS + ") * 1000000)::bigint";
      case PRICE -> "(-price_micros)";
      case PRICE_DESC -> "price_micros";
      case NEWEST -> "0::bigint";
      case RATING -> "rating_rank";
      case SOLD -> "sold::bigint";
    };
  }

  private static String order(Sort sort) {
    return switch (sort) {
      case NEWEST -> "id DESC";
      case SOLD -> "sold DESC, id DESC";
      default -> key(sort) + " DESC, id DESC";
    };
  }

  private static String after(Sort sort) {
    return switch (sort) {
      case NEWEST -> "id < :id";
      case SOLD -> "(sold, id) < (:key, :id)";
      default -> "(" + key(sort) + ", id) < (:key, :id)";
    };
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
