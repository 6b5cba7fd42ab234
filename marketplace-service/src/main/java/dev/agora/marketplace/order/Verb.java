package dev.agora.marketplace.order;

/** What can happen to an order: what a party does, what the ledger answers, what the clock does. */
public enum Verb {
  QUOTE("quote"),
  FUND("fund"),
  REFUSE_FUNDS("refuse-funds"),
  ACCEPT("accept"),
  DECLINE("decline"),
  CANCEL("cancel"),
  DELIVER("deliver"),
  APPROVE("approve"),
  REVISE("revise"),
  SPLIT("split"),
  ACCEPT_SPLIT("accept-split"),
  DISPUTE("dispute"),
  ANSWER("answer"),
  RULE("ruling"),
  REVIEW("review"),
  REFUND("refund"),
  REFUND_POSTED("refund-posted"),
  REFUND_REFUSED("refund-refused"),
  SETTLED("settled"),
  RELEASED("released"),
  QUOTE_LAPSES("quoteUntil"),
  ACCEPT_LAPSES("acceptBy"),
  DELIVERY_LAPSES("refundAt"),
  INSPECTION_LAPSES("inspectUntil"),
  SPLIT_LAPSES("splitUntil"),
  RULED_BY_FACTS("ruledByFactsAt"),
  ANSWER_LAPSES("answerBy"),
  RULING_LAPSES("ruleBy"),
  REVIEWS_LAPSE("reviewUntil"),
  GIVE_BACK("giveBackAt");

  private final String wireName;

  Verb(String wireName) {
    this.wireName = wireName;
  }

  /** As the API spells it: the last part of an action's path, or the name of a deadline. */
  public String wireName() {
    return wireName;
  }
}
