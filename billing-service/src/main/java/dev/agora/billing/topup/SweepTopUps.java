package dev.agora.billing.topup;

import dev.agora.billing.purchase.TopUpPurchase;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Looks after all rules, again and again: what a crash interrupts, the next round takes up. */
@Service
public class SweepTopUps {

  private static final Logger log = LoggerFactory.getLogger(SweepTopUps.class);

  private final AutoTopUps rules;
  private final BeginTopUp beginTopUp;
  private final ChargeTopUp chargeTopUp;
  private final FollowTopUp followTopUp;
  private final TopUpPurchase topUpPurchase;
  private final TopUpProperties properties;
  private final InstantSource clock;

  SweepTopUps(
      AutoTopUps rules,
      BeginTopUp beginTopUp,
      ChargeTopUp chargeTopUp,
      FollowTopUp followTopUp,
      TopUpPurchase topUpPurchase,
      TopUpProperties properties,
      InstantSource clock) {
    this.rules = rules;
    this.beginTopUp = beginTopUp;
    this.chargeTopUp = chargeTopUp;
    this.followTopUp = followTopUp;
    this.topUpPurchase = topUpPurchase;
    this.properties = properties;
    this.clock = clock;
  }

  /** One round: what ended, what is disputed, what is not known, what is due. */
  public void sweep() {
    for (String agentId : rules.underWay(properties.batch())) {
      attempt(agentId, () -> followTopUp.follow(agentId));
    }
    for (String agentId : rules.disputed(properties.batch())) {
      attempt(agentId, () -> followTopUp.disputed(agentId));
    }
    topUpPurchase
        .claimUncharged(properties.batch(), properties.chargeRetry())
        .forEach(purchase -> attempt(purchase.agentId(), () -> chargeTopUp.again(purchase)));
    for (String agentId : rules.due(clock.instant(), properties.batch())) {
      attempt(
          agentId,
          () ->
              beginTopUp
                  .begin(agentId)
                  .ifPresent(due -> chargeTopUp.charge(due.purchase(), due.card())));
    }
  }

  /** One that fails must not keep the others waiting. */
  private static void attempt(String agentId, Runnable attempt) {
    try {
      attempt.run();
    } catch (RuntimeException failed) {
      log.warn("the top-up of {} could not be looked after: {}", agentId, failed.toString());
    }
  }
}
