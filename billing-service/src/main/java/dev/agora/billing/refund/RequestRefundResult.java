package dev.agora.billing.refund;

import dev.agora.billing.purchase.PurchaseStatus;

/** What came of a wish for money back, in the order in which it is found out. */
public sealed interface RequestRefundResult {

  record PurchaseUnknown() implements RequestRefundResult {}

  /** An earlier request is still on its way. */
  record UnderWay() implements RequestRefundResult {}

  /** It was given back before, in part or whole: each purchase once. */
  record AlreadyRefunded() implements RequestRefundResult {}

  /** Not paid yet, never delivered, or disputed. */
  record NotRefundable(PurchaseStatus status) implements RequestRefundResult {}

  record Requested(Refund refund) implements RequestRefundResult {}
}
