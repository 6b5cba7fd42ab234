package dev.agora.billing.kafka;

import dev.agora.billing.kafka.PurchaseCommands.ChargeRefunded;
import dev.agora.billing.kafka.PurchaseCommands.RefundCharge;
import dev.agora.billing.kafka.RefundMessages.RefundRefused;
import dev.agora.billing.kafka.RefundMessages.RefundSent;
import dev.agora.billing.kafka.RefundMessages.SendRefund;
import dev.agora.billing.purchase.CardRefunds;
import dev.agora.billing.purchase.CardRefunds.RefundResult;
import dev.agora.billing.purchase.PurchaseId;
import dev.agora.messaging.inbox.MessageContext;
import dev.agora.messaging.inbox.MessageHandlers;
import dev.agora.messaging.inbox.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what the sagas ask billing itself to do at Stripe. */
final class RefundCommands {

  private static final Logger log = LoggerFactory.getLogger(RefundCommands.class);

  private final CardRefunds refunds;

  private RefundCommands(CardRefunds refunds) {
    this.refunds = refunds;
  }

  static MessageHandlers handlers(CardRefunds refunds) {
    RefundCommands commands = new RefundCommands(refunds);
    return MessageHandlers.on("billing.commands.v1", "billing")
        .externalCommand("billing.refund-charge", RefundCharge.class, commands::refundCharge)
        .externalCommand("billing.send-refund", SendRefund.class, commands::sendRefund)
        .build();
  }

  private Reply refundCharge(RefundCharge command, MessageContext context) {
    CardRefunds.Order order =
        new CardRefunds.Order(
            new PurchaseId(command.purchaseId()),
            command.paymentIntentId(),
            context.messageId().toString(),
            null,
            context.messageId());
    return switch (refunds.refund(order)) {
      case RefundResult.Refunded(String refundId) -> Reply.success(new ChargeRefunded(refundId));
      case RefundResult.Refused(String code, String message) -> {
        log.error("Stripe refuses to refund {}: {}, {}", command.purchaseId(), code, message);
        yield Reply.refusal(code);
      }
      case RefundResult.Unknown(String reason) -> notYet(command.purchaseId(), reason);
    };
  }

  private Reply sendRefund(SendRefund command, MessageContext context) {
    CardRefunds.Order order =
        new CardRefunds.Order(
            new PurchaseId(command.purchaseId()),
            command.paymentIntentId(),
            command.refundId(),
            command.amount(),
            context.messageId());
    return switch (refunds.refund(order)) {
      case RefundResult.Refunded(String refundId) -> Reply.success(new RefundSent(refundId));
      case RefundResult.Refused(String code, String message) -> {
        log.warn("Stripe refuses {}: {}, {}", command.refundId(), code, message);
        yield Reply.refusal(code, new RefundRefused(message));
      }
      case RefundResult.Unknown(String reason) -> notYet(command.refundId(), reason);
    };
  }

  private static Reply notYet(String what, String reason) {
    log.warn("the refund {} is not known yet: {}", what, reason);
    return Reply.later();
  }
}
