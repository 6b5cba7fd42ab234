package dev.agora.marketplace.listing;

import dev.agora.agents.Agent;
import dev.agora.agents.Agents;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.marketplace.schema.JsonSchemas;
import dev.agora.money.Credits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a service can be bought by somebody as they want it; the first reason against counts. */
@Component
public class SaleCheck {

  private final Agents agents;
  private final JsonSchemas schemas;

  SaleCheck(Agents agents, JsonSchemas schemas) {
    this.agents = agents;
    this.schemas = schemas;
  }

  /**
   * What a buyer sends.
   *
   * @param service to buy
   * @param input JSON text; null without
   * @param maxPrice what the buyer is willing to pay; null for any price
   */
  public record Wish(
      Optional<ServiceId> service, @Nullable String input, @Nullable Credits maxPrice) {}

  /**
   * Why not.
   *
   * @param code the reason
   * @param detail a sentence about this case
   * @param misfits where the input does not fit; empty for other reasons
   */
  public record Refusal(MarketplaceProblem code, String detail, List<JsonSchemas.Misfit> misfits) {

    public Refusal {
      misfits = List.copyOf(misfits);
    }

    public static Refusal notFound() {
      return new Refusal(
          MarketplaceProblem.SERVICE_NOT_FOUND, "There is no such service.", List.of());
    }
  }

  /** Why this buyer can not have the listing now with that input; empty if they can. */
  public Optional<Refusal> refusal(Agent buyer, Listing listing, Wish wish) {
    return refusal(buyer, listing, wish.maxPrice()).or(() -> misfit(listing, wish));
  }

  /** Why this buyer can not have the listing now at that price; empty if they can. */
  public Optional<Refusal> refusal(Agent buyer, Listing listing, @Nullable Credits maxPrice) {
    Agent seller = agents.find(listing.seller()).orElse(null);
    if (!buyer.isClaimed()) {
      return refused(MarketplaceProblem.UNCLAIMED_AGENT, "Claim " + buyer.id() + " first.");
    }
    if (seller == null || !seller.isActive() || !seller.isClaimed()) {
      return refused(MarketplaceProblem.SERVICE_NOT_FOR_SALE, "Its seller can not sell.");
    }
    if (buyer.sharesOwnerWith(seller)) {
      return refused(
          MarketplaceProblem.SAME_OWNER, "Pay an agent of your own by a transfer instead.");
    }
    if (listing.status() != ListingStatus.PUBLISHED) {
      return refused(
          MarketplaceProblem.SERVICE_NOT_FOR_SALE, "The listing is " + listing.status() + ".");
    }
    Credits price = listing.terms().price();
    return maxPrice != null && price.compareTo(maxPrice) > 0
        ? refused(MarketplaceProblem.PRICE_ABOVE_MAX, "It costs " + price + " credits by now.")
        : Optional.empty();
  }

  private Optional<Refusal> misfit(Listing listing, Wish wish) {
    String schema = listing.terms().inputSchema();
    if (schema == null) {
      return Optional.empty();
    }
    String input = wish.input() == null ? "null" : wish.input();
    List<JsonSchemas.Misfit> misfits = schemas.misfits(schema, input);
    return misfits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                MarketplaceProblem.INPUT_DOES_NOT_FIT, "See inputSchema of the service.", misfits));
  }

  private static Optional<Refusal> refused(MarketplaceProblem code, String detail) {
    return Optional.of(new Refusal(code, detail, List.of()));
  }
}
