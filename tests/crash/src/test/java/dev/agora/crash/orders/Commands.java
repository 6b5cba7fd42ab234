package dev.agora.crash.orders;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.posting.HoldPurpose;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.Reversal;
import dev.agora.marketplace.order.Deal;
import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderEvent;
import dev.agora.marketplace.order.Settlement;
import java.util.Objects;

/** What an order's sagas ask the ledger for, as the ledger reads it from the wire. */
final class Commands {

  private Commands() {}

  static Posting place(Order order) {
    Deal deal = order.deal();
    return new Posting.PlaceHold(
        new PostingId(deal.holdId() + "/place"),
        new HoldId(deal.holdId()),
        HoldPurpose.ORDER,
        payer(deal),
        payee(deal),
        deal.price(),
        order.id().value());
  }

  static Posting release(Order order) {
    Deal deal = order.deal();
    return new Posting.ReleaseHold(
        new PostingId(deal.holdId() + "/release"), new HoldId(deal.holdId()), payer(deal), null);
  }

  static Posting settle(Order order) {
    Deal deal = order.deal();
    Settlement settlement = Objects.requireNonNull(order.progress().settlement());
    return new Posting.SettleHold(
        PostingId.ofSettlement(new HoldId(deal.holdId())),
        new HoldId(deal.holdId()),
        payer(deal),
        payee(deal),
        settlement.sellerGross(),
        deal.fee(),
        order.id().value());
  }

  static Posting refund(Order order, OrderEvent.Refund refund) {
    Deal deal = order.deal();
    return new Reversal.RefundOrder(
        new PostingId(refund.refund() + "/refund"),
        new HoldId(deal.holdId()),
        payee(deal),
        payer(deal),
        refund.amount(),
        deal.fee(),
        order.id().value());
  }

  private static AgentId payer(Deal deal) {
    return new AgentId(deal.buyer().value());
  }

  private static AgentId payee(Deal deal) {
    return new AgentId(deal.seller().value());
  }
}
