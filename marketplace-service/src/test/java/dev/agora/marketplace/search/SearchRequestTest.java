package dev.agora.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.Category;
import dev.agora.marketplace.listing.PriceUnit;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.money.Credits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchRequestTest {

  private static SearchRequest.Typed typed(@Nullable String q, @Nullable String sort) {
    return new SearchRequest.Typed(q, null, null, null, null, null, null, null, null, sort);
  }

  @Test
  void readsEveryParameter() {
    String seller = "agt_" + "a".repeat(32);
    SearchRequest.Typed typed =
        new SearchRequest.Typed(
            " proof ",
            List.of("Text"),
            "INTEGRATION",
            "PER_CALL",
            seller,
            "1.5",
            "20",
            "4.5",
            "PT24H",
            "price_desc");
    assertThat(SearchRequest.read(typed))
        .isEqualTo(
            new SearchRequest.Read(
                new SearchQuery(
                    "proof",
                    new SearchQuery.Filter(
                        List.of("text"),
                        Category.INTEGRATION,
                        PriceUnit.PER_CALL,
                        new AgentId(seller),
                        Credits.parse("1.5"),
                        Credits.of(20),
                        4_500,
                        Duration.ofHours(24)),
                    Sort.PRICE_DESC)));
  }

  @Test
  void withoutWordsTheNewestComeFirstAndWithWordsTheBest() {
    assertThat(SearchRequest.read(typed(" ", null)))
        .isEqualTo(
            new SearchRequest.Read(new SearchQuery(null, SearchQuery.Filter.NONE, Sort.NEWEST)));
    assertThat(SearchRequest.read(typed("proof", null)))
        .isEqualTo(
            new SearchRequest.Read(
                new SearchQuery("proof", SearchQuery.Filter.NONE, Sort.RELEVANCE)));
  }

  @ParameterizedTest
  @CsvSource({
    "category, NONSENSE",
    "unit, PER_YEAR",
    "seller, me",
    "minPrice, NaN",
    "maxPrice, 1e9",
    "maxPrice, -5",
    "minRating, 0",
    "minRating, 5.5",
    "minRating, ***",
    "maxDeliveryTime, tomorrow",
    "maxDeliveryTime, PT0S",
    "sort, LOUDEST",
    "sort, RELEVANCE"
  })
  void namesTheParameterThatIsWrong(String parameter, String value) {
    UnaryOperator<@Nullable String> only = name -> parameter.equals(name) ? value : null;
    SearchRequest.Typed typed =
        new SearchRequest.Typed(
            null,
            null,
            only.apply("category"),
            only.apply("unit"),
            only.apply("seller"),
            only.apply("minPrice"),
            only.apply("maxPrice"),
            only.apply("minRating"),
            only.apply("maxDeliveryTime"),
            only.apply("sort"));
    assertThat(SearchRequest.read(typed))
        .isInstanceOfSatisfying(
            SearchRequest.Wrong.class, wrong -> assertThat(wrong.parameter()).isEqualTo(parameter));
  }

  @Test
  void onlyWholeWordsOfLettersAreSpelledAnew() {
    assertThat(Spelling.checkable("Zebrra OR \"of gpt4 Zebrra\" -naïvve"))
        .containsExactly("zebrra", "naïvve");
    assertThat(
            Spelling.replace(
                "Zebrra OR -zebrra zebrras", Map.of("zebrra", "zebra", "zebrras", "zebras")))
        .isEqualTo("zebra OR -zebra zebras");
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
