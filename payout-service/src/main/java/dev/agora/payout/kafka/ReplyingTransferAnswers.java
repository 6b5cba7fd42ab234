package dev.agora.payout.kafka;

import dev.agora.messaging.inbox.Replies;
import dev.agora.payout.transfer.TransferAnswers;
import dev.agora.payout.transfer.TransferRefusal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers the saga's command, which may have been parked meanwhile. */
@Component
class ReplyingTransferAnswers implements TransferAnswers {

  private final Replies replies;

  ReplyingTransferAnswers(Replies replies) {
    this.replies = replies;
  }

  @Override
  public void refused(UUID commandId, TransferRefusal refusal) {
    replies.send(commandId, TransferCommands.refusalReply(refusal));
  }
}
