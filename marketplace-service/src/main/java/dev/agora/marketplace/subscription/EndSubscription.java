package dev.agora.marketplace.subscription;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.EntityTag;
import org.springframework.stereotype.Service;

/** Lets either side end a subscription, when what is paid is over. */
@Service
class EndSubscription {

  private final ChangeSubscription change;
  private final SubscriptionMachine machine;

  EndSubscription(ChangeSubscription change, SubscriptionMachine machine) {
    this.change = change;
    this.machine = machine;
  }

  SubscriptionResult cancel(SubscriptionId id, AgentId by, EntityTag.Condition condition) {
    return change.change(
        id,
        it -> it.plan().buyer().equals(by) || it.plan().seller().equals(by),
        condition,
        (current, now) ->
            machine
                .whyNotCancel(current)
                .<SubscriptionResult>map(
                    code -> new SubscriptionResult.Refused(code, "It is " + current.state() + "."))
                .orElseGet(() -> new SubscriptionResult.Done(machine.cancel(current, now))));
  }
}
