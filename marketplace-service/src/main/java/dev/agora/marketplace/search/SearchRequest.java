package dev.agora.marketplace.search;

import dev.agora.marketplace.listing.Category;
import dev.agora.money.Credits;
import dev.agora.money.InvalidAmountException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A search as it stands in a request's query. */
sealed interface SearchRequest {

  int WORDS_MAX = 200;
  int TAGS_MAX = 10;
  Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  /** All parameters make sense. */
  record Read(SearchQuery query) implements SearchRequest {}

  /** One does not, and why: a clause. */
  record Wrong(String parameter, String detail) implements SearchRequest {}

  /** Reads the parameters; null is one that was not sent, and an empty one counts the same. */
  static SearchRequest read(
      @Nullable String q,
      @Nullable List<String> tags,
      @Nullable String category,
      @Nullable String minPrice,
      @Nullable String maxPrice,
      @Nullable String sort) {
    String words = q == null || q.isBlank() ? null : q.strip();
    if (words != null && (words.length() > WORDS_MAX || CONTROL.matcher(words).find())) {
      return new Wrong("q", "must be at most 200 characters, none of them a control character");
    }
    List<String> labels =
        tags == null ? List.of() : tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toList();
    if (labels.size() > TAGS_MAX || labels.stream().anyMatch(tag -> CONTROL.matcher(tag).find())) {
      return new Wrong("tags", "must be at most 10, without control characters");
    }
    Optional<Category> kind = category == null ? Optional.empty() : category(category);
    if (category != null && kind.isEmpty()) {
      return new Wrong("category", "must be one of " + Arrays.toString(Category.values()));
    }
    Sort fallback = words == null ? Sort.NEWEST : Sort.RELEVANCE;
    Optional<Sort> order = sort == null ? Optional.of(fallback) : Sort.parse(sort);
    if (order.isEmpty() || (order.get() == Sort.RELEVANCE && words == null)) {
      return new Wrong(
          "sort", "must be one of " + Arrays.toString(Sort.values()) + ", RELEVANCE only with q");
    }
    return withPrices(
        new SearchQuery(words, labels, kind.orElse(null), null, null, order.get()),
        minPrice,
        maxPrice);
  }

  private static SearchRequest withPrices(
      SearchQuery query, @Nullable String minPrice, @Nullable String maxPrice) {
    String parameter = "minPrice";
    try {
      Credits min = minPrice == null ? null : Credits.parseAmount(minPrice);
      parameter = "maxPrice";
      Credits max = maxPrice == null ? null : Credits.parseAmount(maxPrice);
      return new Read(
          new SearchQuery(query.words(), query.tags(), query.category(), min, max, query.sort()));
    } catch (InvalidAmountException invalid) {
      return new Wrong(parameter, String.valueOf(invalid.getMessage()));
    }
  }

  private static Optional<Category> category(String text) {
    return Arrays.stream(Category.values()).filter(it -> it.name().equals(text)).findFirst();
  }
}
