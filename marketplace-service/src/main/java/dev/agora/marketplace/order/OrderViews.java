package dev.agora.marketplace.order;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows orders to those who have a part in them. */
@Component
public class OrderViews {

  private final OrderMachine machine;
  private final Deliveries deliveries;
  private final Adjustments adjustments;
  private final Histories histories;
  private final Clock clock;

  OrderViews(
      OrderMachine machine,
      Deliveries deliveries,
      Adjustments adjustments,
      Histories histories,
      Clock clock) {
    this.machine = machine;
    this.deliveries = deliveries;
    this.adjustments = adjustments;
    this.histories = histories;
    this.clock = clock;
  }

  /** Everything. */
  public OrderView full(Order order, Party viewer) {
    return view(
        order,
        viewer,
        deliveries.of(order.id()).stream().map(OrderView.DeliveryView::of).toList(),
        adjustments.of(order.id()).stream().map(OrderView.AdjustmentView::of).toList(),
        histories.of(order.id()).stream().map(OrderView.HappeningView::of).toList());
  }

  /** Without what was delivered and what happened, for lists. */
  public OrderView brief(Order order, Party viewer) {
    return view(order, viewer, null, null, null);
  }

  private OrderView view(
      Order order,
      Party viewer,
      @Nullable List<OrderView.DeliveryView> delivered,
      @Nullable List<OrderView.AdjustmentView> adjusted,
      @Nullable List<OrderView.HappeningView> timeline) {
    Deal deal = order.deal();
    Progress progress = order.progress();
    return new OrderView(
        order.id().value(),
        order.state().name(),
        deal.service().value(),
        deal.buyer().value(),
        deal.seller().value(),
        deal.price(),
        deal.fee().basisPoints(),
        OrderView.TermsView.of(deal.terms()),
        deal.input(),
        deadlines(order),
        deal.terms().revisions() - progress.revisionsUsed(),
        OrderView.SplitView.of(progress.split()),
        OrderView.DisputeView.of(progress.dispute()),
        OrderView.SettlementView.of(progress.settlement()),
        OrderView.RejectionView.of(progress.refusal()),
        progress.refunded(),
        nextActions(order, viewer),
        delivered,
        adjusted,
        timeline,
        deal.at(),
        order.updatedAt(),
        order.version());
  }

  private List<String> nextActions(Order order, Party viewer) {
    return machine.nextActions(order, viewer, clock.instant()).stream()
        .map(Verb::wireName)
        .toList();
  }

  private static Map<String, Instant> deadlines(Order order) {
    Map<String, Instant> deadlines = new LinkedHashMap<>();
    Instant promise = order.progress().deliverBy();
    if (order.state() == OrderState.IN_PROGRESS && promise != null) {
      deadlines.put("deliverBy", promise);
    }
    List<Map.Entry<Verb, Instant>> timers = new ArrayList<>(order.timers().entrySet());
    timers.sort(Comparator.comparing(Map.Entry<Verb, Instant>::getValue));
    timers.forEach(timer -> deadlines.put(timer.getKey().wireName(), timer.getValue()));
    return deadlines;
  }
}
