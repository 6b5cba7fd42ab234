package dev.agora.marketplace.search;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The market's shop window. */
@RestController
class SearchController {

  private final ListingSearch search;

  SearchController(ListingSearch search) {
    this.search = search;
  }

  /**
   * One page of results.
   *
   * @param searchedFor the words with typing errors put right; null if they were taken as typed
   * @param facets how all results divide; on the first page only, null on the others
   */
  record Results(
      List<FoundView> items,
      @Nullable String searchedFor,
      @Nullable Facets facets,
      @Nullable String nextCursor) {}

  @GetMapping("/api/v1/marketplace/services")
  @AllowedTo({Role.ANONYMOUS, Role.AGENT, Role.HUMAN, Role.OPERATOR, Role.ARBITER, Role.AUDITOR})
  ResponseEntity<?> find(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable List<String> tags,
      @RequestParam(required = false) @Nullable String category,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String seller,
      @RequestParam(required = false) @Nullable String minPrice,
      @RequestParam(required = false) @Nullable String maxPrice,
      @RequestParam(required = false) @Nullable String minRating,
      @RequestParam(required = false) @Nullable String maxDeliveryTime,
      @RequestParam(required = false) @Nullable String sort,
      PageRequest page) {
    SearchRequest.Typed typed =
        new SearchRequest.Typed(
            q, tags, category, unit, seller, minPrice, maxPrice, minRating, maxDeliveryTime, sort);
    return switch (SearchRequest.read(typed)) {
      case SearchRequest.Read(SearchQuery query) -> answer(query, page);
      case SearchRequest.Wrong(String parameter, String detail) -> refuse(parameter, detail);
    };
  }

  private ResponseEntity<?> answer(SearchQuery typed, PageRequest page) {
    String better = typed.words() == null ? null : search.respell(typed.words()).orElse(null);
    SearchQuery query = better == null ? typed : typed.respelled(better);
    SearchPosition after = null;
    if (page.after() != null) {
      after = SearchPosition.parse(page.after(), query.sort()).orElse(null);
      if (after == null) {
        return Problems.answer(
            Problem.of(CommonProblem.INVALID_CURSOR, "The cursor belongs to another search."));
      }
    }
    Page<SearchHit> hits =
        page.pageOf(
            search.find(query, after, page.fetchLimit()),
            hit -> SearchPosition.of(query.sort(), hit).text());
    return ResponseEntity.ok(
        new Results(
            hits.items().stream().map(hit -> FoundView.of(hit, query)).toList(),
            better,
            after == null ? search.facets(query) : null,
            hits.nextCursor()));
  }

  private static ResponseEntity<?> refuse(String parameter, String detail) {
    return Problems.answer(
        Problem.of(CommonProblem.INVALID_REQUEST, "The parameter " + parameter + " is wrong.")
            .at("?" + parameter, detail));
  }
}
