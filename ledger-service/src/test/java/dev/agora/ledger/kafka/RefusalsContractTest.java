package dev.agora.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.posting.Grounds;
import dev.agora.ledger.posting.LimitName;
import dev.agora.ledger.posting.Rejection;
import dev.agora.ledger.posting.Shortfall;
import dev.agora.messaging.WireJson;
import dev.agora.messaging.inbox.Reply;
import dev.agora.money.Credits;
import dev.agora.support.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsContractTest {

  private static final WireJson JSON = new WireJson();

  @ParameterizedTest
  @EnumSource(
      value = Rejection.class,
      names = {
        "REFERENCE_USED",
        "NET_IS_ZERO",
        "NOTHING_TO_REFUND",
        "PURCHASE_UNKNOWN",
        "HOLD_UNKNOWN",
        "HOLD_ENDED",
        "MORE_THAN_HELD",
        "NOT_REVERSIBLE",
        "NOT_ENOUGH_COLLECTED"
      },
      mode = EnumSource.Mode.EXCLUDE)
  void refusalsFitTheirSchemaAndTheCodesThatItNames(Rejection reason) {
    Shortfall shortfall = new Shortfall(Credits.of(80), Credits.of(20), Credits.of(19));
    Reply.Refusal refusal = (Reply.Refusal) LedgerReplies.refused(reason, shortfall);

    Contracts.validate("ledger.place-hold.refusal", JSON.writeText(refusal.payload()));
    assertThat(refusal.code())
        .isIn(
            "insufficient_credits",
            "not_convertible",
            "agent_unknown",
            "agent_closed",
            "agent_frozen",
            "payee_unknown",
            "same_owner",
            "unclaimed_agent",
            "counterparty_not_allowed",
            "limit_exceeded");
  }

  @Test
  void aRefusalByALimitNamesIt() {
    Reply.Refusal refusal =
        (Reply.Refusal)
            LedgerReplies.refused(
                Rejection.LIMIT_EXCEEDED,
                new Grounds.LimitReached(
                    LimitName.PER_PAYMENT, Credits.of(100), Credits.of(100), null));

    Contracts.validate("ledger.place-hold.refusal", JSON.writeText(refusal.payload()));
  }
}
