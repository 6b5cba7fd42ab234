package dev.agora.payout.kafka;

import dev.agora.messaging.inbox.MessageHandlers;
import dev.agora.money.Credits;
import dev.agora.payout.risk.KnownPayers;
import java.time.Instant;

/** What payout hears from billing-service: who bought credits, and who disputes what they paid. */
final class BillingEvents {

  private static final String COMPLETED = "COMPLETED";

  record PurchaseChanged(
      String purchaseId, String agentId, String status, String credits, String at) {

    void teach(KnownPayers payers) {
      if (status.equals(COMPLETED)) {
        payers.bought(purchaseId, agentId, Credits.parse(credits), Instant.parse(at));
      }
    }
  }

  record DisputeChanged(
      String disputeId, String purchaseId, String agentId, String status, long version, String at) {

    void teach(KnownPayers payers) {
      payers.disputed(disputeId, purchaseId, agentId, status, Instant.parse(at), version);
    }
  }

  private BillingEvents() {}

  static MessageHandlers handlers(KnownPayers payers) {
    return MessageHandlers.on("billing.events.v1", "payout")
        .event(
            "billing.purchase-changed",
            PurchaseChanged.class,
            (event, context) -> event.teach(payers))
        .event(
            "billing.dispute-changed",
            DisputeChanged.class,
            (event, context) -> event.teach(payers))
        .build();
  }
}
