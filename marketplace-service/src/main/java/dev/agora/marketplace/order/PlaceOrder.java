package dev.agora.marketplace.order;

import dev.agora.agents.Agent;
import dev.agora.marketplace.Ids;
import dev.agora.marketplace.listing.Listing;
import dev.agora.marketplace.listing.Listings;
import dev.agora.marketplace.listing.PriceUnit;
import dev.agora.marketplace.listing.SaleCheck;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.money.Economy;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quotes a service and confirms in one: pins terms and fee, and asks the ledger for the price. */
@Service
class PlaceOrder {

  private final Listings listings;
  private final SaleCheck sale;
  private final Orders orders;
  private final OrderMachine machine;
  private final Escrow escrow;
  private final List<OrderFollower> followers;
  private final Economy economy;
  private final Ids ids;
  private final Clock clock;

  PlaceOrder(
      Listings listings,
      SaleCheck sale,
      Orders orders,
      OrderMachine machine,
      Escrow escrow,
      List<OrderFollower> followers,
      Economy economy,
      Ids ids,
      Clock clock) {
    this.listings = listings;
    this.sale = sale;
    this.orders = orders;
    this.machine = machine;
    this.escrow = escrow;
    this.followers = List.copyOf(followers);
    this.economy = economy;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  PlaceOrderResult place(Agent buyer, SaleCheck.Wish wish) {
    Listing listing = wish.service().flatMap(listings::find).orElse(null);
    if (listing == null) {
      return new PlaceOrderResult.Refused(SaleCheck.Refusal.notFound());
    }
    Optional<SaleCheck.Refusal> refusal = refusal(buyer, listing, wish);
    if (refusal.isPresent()) {
      return new PlaceOrderResult.Refused(refusal.get());
    }
    Order order = machine.quote(new OrderId(ids.next("ord_")), deal(buyer, listing, wish));
    orders.add(order);
    escrow.open(order);
    followers.forEach(follower -> follower.happened(order, Verb.QUOTE));
    return new PlaceOrderResult.Placed(order);
  }

  private Optional<SaleCheck.Refusal> refusal(Agent buyer, Listing listing, SaleCheck.Wish wish) {
    return listing.terms().unit() == PriceUnit.PER_MONTH
        ? Optional.of(
            new SaleCheck.Refusal(
                MarketplaceProblem.SOLD_BY_THE_MONTH,
                "It costs " + listing.terms().price() + " credits a month: subscribe to it.",
                List.of()))
        : sale.refusal(buyer, listing, wish);
  }

  private Deal deal(Agent buyer, Listing listing, SaleCheck.Wish wish) {
    return new Deal(
        listing.id(),
        buyer.id(),
        listing.seller(),
        listing.terms(),
        economy.marketplaceFee(),
        ids.next("hld_"),
        wish.input(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
