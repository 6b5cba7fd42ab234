package dev.agora.marketplace.listing;

import dev.agora.agents.Agent;
import dev.agora.agents.AgentId;
import dev.agora.agents.Agents;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.marketplace.problem.MarketplaceProblem;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishing, reading, changing and withdrawing a listing. */
@RestController
@RequestMapping("/api/v1/marketplace/services")
class ListingController {

  private final PublishListing publish;
  private final ChangeListing change;
  private final Listings listings;
  private final Agents agents;

  ListingController(
      PublishListing publish, ChangeListing change, Listings listings, Agents agents) {
    this.publish = publish;
    this.change = change;
    this.listings = listings;
    this.agents = agents;
  }

  @PostMapping
  @AllowedTo(value = Role.AGENT, scopes = Scope.MARKET_SELL)
  ResponseEntity<?> publish(Caller caller, @Valid @RequestBody ListingForms.Draft request) {
    Optional<Agent> seller = agents.await(new AgentId(caller.id()));
    if (seller.isEmpty()) {
      return Problems.answer(
          Problem.of(MarketplaceProblem.AGENT_NOT_READY, "Try again in a second."));
    }
    return switch (publish.publish(seller.get(), request.toTerms())) {
      case ListingResult.Done(Listing listing) ->
          ResponseEntity.created(URI.create("/api/v1/marketplace/services/" + listing.id()))
              .eTag(EntityTag.of(listing.version()))
              .body(ListingView.of(listing));
      case ListingResult.Refused refused -> refuse(refused);
    };
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.ANONYMOUS, Role.AGENT, Role.HUMAN, Role.OPERATOR, Role.ARBITER, Role.AUDITOR})
  ResponseEntity<?> get(Caller caller, @PathVariable String id) {
    return ServiceId.parse(id)
        .flatMap(listings::find)
        .filter(
            listing ->
                listing.status() != ListingStatus.WITHDRAWN
                    || listing.seller().value().equals(caller.id()))
        .<ResponseEntity<?>>map(ListingController::answer)
        .orElseGet(() -> refuse(ListingResult.Refused.notFound()));
  }

  @PatchMapping("/{id}")
  @AllowedTo(value = Role.AGENT, scopes = Scope.MARKET_SELL)
  ResponseEntity<?> change(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody ListingForms.Patch patch) {
    return changed(
        caller,
        id,
        ifMatch,
        new ChangeListing.Change(
            patch::applyTo,
            Optional.ofNullable(patch.status()).map(ListingForms.Patch.Sale::status)));
  }

  @DeleteMapping("/{id}")
  @AllowedTo(value = Role.AGENT, scopes = Scope.MARKET_SELL)
  ResponseEntity<?> withdraw(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return changed(
        caller,
        id,
        ifMatch,
        new ChangeListing.Change(terms -> terms, Optional.of(ListingStatus.WITHDRAWN)));
  }

  private ResponseEntity<?> changed(
      Caller caller, String id, @Nullable String ifMatch, ChangeListing.Change wanted) {
    ListingResult result =
        ServiceId.parse(id)
            .map(
                service ->
                    change.change(
                        new AgentId(caller.id()),
                        service,
                        new EntityTag.Condition(ifMatch),
                        wanted))
            .orElseGet(ListingResult.Refused::notFound);
    return switch (result) {
      case ListingResult.Done(Listing listing) -> answer(listing);
      case ListingResult.Refused refused -> refuse(refused);
    };
  }

  private static ResponseEntity<?> answer(Listing listing) {
    return ResponseEntity.ok().eTag(EntityTag.of(listing.version())).body(ListingView.of(listing));
  }

  private static ResponseEntity<?> refuse(ListingResult.Refused refused) {
    Problem problem = Problem.of(refused.code(), refused.detail());
    String field = refused.field();
    return Problems.answer(field == null ? problem : problem.at(field, "can not be accepted"));
  }
}
