package dev.agora.marketplace.listing;

import dev.agora.money.Credits;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How terms lie in a row, of a listing and of the orders that pinned them alike. */
public final class JdbcTerms {

  /** The columns, as SELECT and INSERT name them. */
  public static final String COLUMNS =
      "title, description, category, tags, price_micros, unit, delivery_seconds, auto_accept,"
          + " revisions, input_schema, output_schema";

  /** The values of those columns, in the same order. */
  public static final String VALUES =
      ":title, :description, :category, :tags, :price, :unit, :delivery, :autoAccept,"
          + " :revisions, CAST(:inputSchema AS jsonb), CAST(:outputSchema AS jsonb)";

  private JdbcTerms() {}

  /** The parameters of {@link #VALUES}. */
  public static Map<String, @Nullable Object> parameters(Terms terms) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("title", terms.title());
    parameters.put("description", terms.description());
    parameters.put("category", terms.category().name());
    parameters.put("tags", terms.tags().toArray(String[]::new));
    parameters.put("price", terms.price().micros());
    parameters.put("unit", terms.unit().name());
    parameters.put("delivery", terms.deliveryTime().toSeconds());
    parameters.put("autoAccept", terms.autoAccept());
    parameters.put("revisions", terms.revisions());
    parameters.put("inputSchema", terms.inputSchema());
    parameters.put("outputSchema", terms.outputSchema());
    return parameters;
  }

  /** Reads {@link #COLUMNS} of a row. */
  public static Terms read(ResultSet row) throws SQLException {
    return new Terms(
        row.getString("title"),
        row.getString("description"),
        Category.valueOf(row.getString("category")),
        texts(row.getArray("tags")),
        Credits.ofMicros(row.getLong("price_micros")),
        PriceUnit.valueOf(row.getString("unit")),
        Duration.ofSeconds(row.getLong("delivery_seconds")),
        row.getBoolean("auto_accept"),
        row.getInt("revisions"),
        row.getString("input_schema"),
        row.getString("output_schema"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
