package dev.agora.ledger.posting;

import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PurchaseId;

/**
 * Names a posting for ever, so that a repetition does nothing. Made by the caller out of a business
 * id: {@code trf_…}, {@code hld_…/place}, {@code pur_…/post}.
 *
 * @param value 1 to 100 characters
 */
public record PostingId(String value) {

  public PostingId {
    if (value.isBlank() || value.length() > 100) {
      throw new IllegalArgumentException("not a posting id: " + value);
    }
  }

  /** Of the posting that issues a purchase's credits. */
  public static PostingId ofPurchase(PurchaseId purchase) {
    return new PostingId(purchase + "/post");
  }

  /** Of the posting that pays an order's hold out; its entries tell what the buyer paid with. */
  public static PostingId ofSettlement(HoldId hold) {
    return new PostingId(hold + "/settle");
  }

  /** Of the posting that pays a numbered part of an order's hold. */
  public static PostingId ofCapture(HoldId hold, int number) {
    return new PostingId(hold + "/capture/" + number);
  }

  /** Of the only posting that reverses that transaction. */
  public static PostingId ofReversal(TransactionId transaction) {
    return new PostingId(transaction + "/reversal");
  }

  @Override
  public String toString() {
    return value;
  }
}
