package dev.agora.marketplace.search;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.Category;
import dev.agora.marketplace.listing.PriceUnit;
import dev.agora.money.Credits;
import dev.agora.money.InvalidAmountException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A search as it stands in a request's query. */
sealed interface SearchRequest {

  int WORDS_MAX = 200;
  int TAGS_MAX = 10;
  Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]");
  Pattern STARS = Pattern.compile("[1-5](\\.\\d{1,3})?");

  /** All parameters make sense. */
  record Read(SearchQuery query) implements SearchRequest {}

  /** One does not, and why: a clause. */
  record Wrong(String parameter, String detail) implements SearchRequest {}

  /** The parameters as they were sent; null is one that was not. */
  record Typed(
      @Nullable String q,
      @Nullable List<String> tags,
      @Nullable String category,
      @Nullable String unit,
      @Nullable String seller,
      @Nullable String minPrice,
      @Nullable String maxPrice,
      @Nullable String minRating,
      @Nullable String maxDeliveryTime,
      @Nullable String sort) {}

  /** Reads the parameters; a blank search box counts as none. */
  static SearchRequest read(Typed typed) {
    String words = typed.q() == null || typed.q().isBlank() ? null : typed.q().strip();
    try {
      return new Read(new SearchQuery(words(words), filter(typed), sort(typed.sort(), words)));
    } catch (Malformed malformed) {
      return malformed.wrong;
    }
  }

  private static @Nullable String words(@Nullable String words) {
    if (words != null && (words.length() > WORDS_MAX || CONTROL.matcher(words).find())) {
      throw new Malformed("q", "must be at most 200 characters, none of them a control character");
    }
    return words;
  }

  private static SearchQuery.Filter filter(Typed typed) {
    return new SearchQuery.Filter(
        tags(typed.tags()),
        read("category", typed.category(), one(Category.values()), allOf(Category.values())),
        read("unit", typed.unit(), one(PriceUnit.values()), allOf(PriceUnit.values())),
        read("seller", typed.seller(), AgentId::parse, "must be the id of an agent"),
        price("minPrice", typed.minPrice()),
        price("maxPrice", typed.maxPrice()),
        read("minRating", typed.minRating(), SearchRequest::stars, "must be from 1 to 5"),
        read(
            "maxDeliveryTime",
            typed.maxDeliveryTime(),
            SearchRequest::duration,
            "must be a duration such as PT24H"));
  }

  private static List<String> tags(@Nullable List<String> tags) {
    List<String> labels =
        tags == null ? List.of() : tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toList();
    if (labels.size() > TAGS_MAX || labels.stream().anyMatch(tag -> CONTROL.matcher(tag).find())) {
      throw new Malformed("tags", "must be at most 10, without control characters");
    }
    return labels;
  }

  private static Sort sort(@Nullable String typed, @Nullable String words) {
    Sort fallback = words == null ? Sort.NEWEST : Sort.RELEVANCE;
    Optional<Sort> sort = typed == null ? Optional.of(fallback) : Sort.parse(typed);
    return sort.filter(it -> it != Sort.RELEVANCE || words != null)
        .orElseThrow(() -> new Malformed("sort", allOf(Sort.values()) + ", RELEVANCE only with q"));
  }

  private static @Nullable Credits price(String parameter, @Nullable String typed) {
    try {
      return typed == null ? null : Credits.parseAmount(typed);
    } catch (InvalidAmountException invalid) {
      throw new Malformed(parameter, String.valueOf(invalid.getMessage()));
    }
  }

  private static Optional<Integer> stars(String typed) {
    return Optional.of(typed)
        .filter(text -> STARS.matcher(text).matches())
        .map(text -> new BigDecimal(text).movePointRight(3).intValueExact())
        .filter(millis -> millis <= 5_000);
  }

  private static Optional<Duration> duration(String typed) {
    try {
      return Optional.of(Duration.parse(typed)).filter(Duration::isPositive);
    } catch (DateTimeParseException malformed) {
      return Optional.empty();
    }
  }

  private static <T> @Nullable T read(
      String parameter, @Nullable String typed, Function<String, Optional<T>> reader, String must) {
    return typed == null
        ? null
        : reader.apply(typed).orElseThrow(() -> new Malformed(parameter, must));
  }

  private static <E extends Enum<E>> Function<String, Optional<E>> one(E[] values) {
    return typed -> Arrays.stream(values).filter(value -> value.name().equals(typed)).findFirst();
  }

  private static String allOf(Object[] values) {
    return "must be one of " + Arrays.toString(values);
  }

  /** Carries the first fault out of the reading. */
  final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final transient Wrong wrong;

    Malformed(String parameter, String detail) {
      super(detail, null, false, false);
      this.wrong = new Wrong(parameter, detail);
    }
  }
}
