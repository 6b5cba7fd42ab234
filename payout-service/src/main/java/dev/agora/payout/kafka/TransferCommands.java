package dev.agora.payout.kafka;

import dev.agora.messaging.inbox.MessageContext;
import dev.agora.messaging.inbox.MessageHandlers;
import dev.agora.messaging.inbox.Reply;
import dev.agora.money.Usd;
import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.kafka.ConversionCommands.TransferRefused;
import dev.agora.payout.kafka.ConversionCommands.TransferSent;
import dev.agora.payout.transfer.SendTransfer;
import dev.agora.payout.transfer.SendTransferResult;
import dev.agora.payout.transfer.TransferOrder;
import dev.agora.payout.transfer.TransferRefusal;

/** Does what the saga asks payout itself to do at Stripe. */
final class TransferCommands {

  private final SendTransfer sendTransfer;

  private TransferCommands(SendTransfer sendTransfer) {
    this.sendTransfer = sendTransfer;
  }

  static MessageHandlers handlers(SendTransfer sendTransfer) {
    TransferCommands commands = new TransferCommands(sendTransfer);
    return MessageHandlers.on("payout.commands.v1", "payout")
        .externalCommand(
            "payout.send-transfer", ConversionCommands.SendTransfer.class, commands::send)
        .build();
  }

  static Reply refusalReply(TransferRefusal refusal) {
    return Reply.refusal(
        refusal.code(), new TransferRefused(refusal.stripeCode(), refusal.message()));
  }

  private Reply send(ConversionCommands.SendTransfer command, MessageContext context) {
    TransferOrder order =
        new TransferOrder(
            new ConversionId(command.conversionId()),
            context.messageId(),
            command.destination(),
            Usd.parse(command.netUsd()));
    return switch (sendTransfer.send(order)) {
      case SendTransferResult.Sent(String transferId) ->
          Reply.success(new TransferSent(transferId));
      case SendTransferResult.Refused(TransferRefusal refusal) -> refusalReply(refusal);
      case SendTransferResult.NotYet _ -> Reply.later();
    };
  }
}
