package dev.agora.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.marketplace.listing.Category;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.money.Credits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchRequestTest {

  @Test
  void readsEveryParameter() {
    assertThat(
            SearchRequest.read(
                " proof ", List.of("Text"), "INTEGRATION", "1.5", "20", "price_desc"))
        .isEqualTo(
            new SearchRequest.Read(
                new SearchQuery(
                    "proof",
                    List.of("text"),
                    Category.INTEGRATION,
                    Credits.parse("1.5"),
                    Credits.of(20),
                    Sort.PRICE_DESC)));
  }

  @Test
  void withoutWordsTheNewestComeFirstAndWithWordsTheBest() {
    assertThat(SearchRequest.read(" ", null, null, null, null, null))
        .isEqualTo(
            new SearchRequest.Read(
                new SearchQuery(null, List.of(), null, null, null, Sort.NEWEST)));
    assertThat(SearchRequest.read("proof", null, null, null, null, null))
        .isEqualTo(
            new SearchRequest.Read(
                new SearchQuery("proof", List.of(), null, null, null, Sort.RELEVANCE)));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          category, -,  NONSENSE, -,   -,    -
          minPrice, -,  -,        NaN, -,    -
          maxPrice, -,  -,        1,   1e9,  -
          maxPrice, -,  -,        1,   -5,   -
          sort,     -,  -,        -,   -,    LOUDEST
          sort,     -,  -,        -,   -,    RELEVANCE
          """)
  void namesTheParameterThatIsWrong(
      String parameter,
      @Nullable String q,
      @Nullable String category,
      @Nullable String minPrice,
      @Nullable String maxPrice,
      @Nullable String sort) {
    assertThat(SearchRequest.read(q, null, category, minPrice, maxPrice, sort))
        .isInstanceOfSatisfying(
            SearchRequest.Wrong.class, wrong -> assertThat(wrong.parameter()).isEqualTo(parameter));
  }

  @Test
  void aPositionIsReadBackForItsOwnOrderOnly() {
    SearchPosition position =
        new SearchPosition(Sort.PRICE, -5, new ServiceId("svc_" + "a".repeat(32)));
    assertThat(SearchPosition.parse(position.text(), Sort.PRICE)).hasValue(position);
    assertThat(SearchPosition.parse(position.text(), Sort.SOLD)).isEmpty();
    assertThat(SearchPosition.parse("PRICE x y", Sort.PRICE)).isEmpty();
    assertThat(SearchPosition.parse("", Sort.PRICE)).isEmpty();
  }
}
