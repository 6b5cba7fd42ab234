package dev.agora.ledger.posting;

import dev.agora.ledger.account.Account;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Asset;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The movements of one transaction while a rule collects them. */
final class Draft implements Decision {

  private final Posting posting;
  private final Credits amount;
  private final List<Movement> movements = new ArrayList<>();
  private @Nullable Fee fee;
  private final Map<String, String> details;
  private @Nullable Hold hold;
  private @Nullable Dispute dispute;
  private @Nullable PurchaseLot purchase;
  private @Nullable AgentId spender;

  Draft(Posting posting, Credits amount) {
    this.posting = posting;
    this.amount = amount;
    this.details = new HashMap<>(posting.note().details());
  }

  Draft fee(Fee taken) {
    fee = taken;
    return this;
  }

  /** The hold that this transaction places or ends; its lots follow from the movements. */
  Draft hold(Hold placedOrEnded) {
    hold = placedOrEnded;
    return this;
  }

  /** The dispute that this transaction opens or ends; its lots follow from the movements. */
  Draft dispute(Dispute openedOrEnded) {
    dispute = openedOrEnded;
    return this;
  }

  /** The purchase that this transaction posts or undoes. */
  Draft purchase(PurchaseLot postedOrUndone) {
    purchase = postedOrUndone;
    return this;
  }

  /** Counts the amount against the limits of that payer. */
  Draft spend(Wallet payer) {
    spender = payer.agent();
    return this;
  }

  /** A figure that a repetition is answered with. */
  Draft detail(String name, String value) {
    details.put(name, value);
    return this;
  }

  Draft move(PlatformAccount account, Credits change) {
    return move(account, null, change.micros());
  }

  Draft move(PlatformAccount account, Usd change) {
    return move(account, null, change.cents());
  }

  Draft repay(Wallet debtor, Credits change) {
    return move(new Account.AgentDebt(debtor.agent()), null, change.micros());
  }

  Draft takeFrom(Wallet wallet, Lots lots) {
    lots.pieces().forEach(piece -> moveInWallet(wallet, piece, piece.amount().negated()));
    return this;
  }

  Draft putInto(Wallet wallet, Lots lots) {
    lots.pieces().forEach(piece -> moveInWallet(wallet, piece, piece.amount()));
    return this;
  }

  Draft takeFrom(Hold source, Lots lots) {
    lots.pieces().forEach(piece -> moveInHold(source, piece, piece.amount().negated()));
    return this;
  }

  Draft putInto(Hold target, Lots lots) {
    lots.pieces().forEach(piece -> moveInHold(target, piece, piece.amount()));
    return this;
  }

  Draft takeFrom(Dispute source, Lots lots) {
    lots.pieces().forEach(piece -> moveInFrozen(source, piece, piece.amount().negated()));
    return this;
  }

  Draft putInto(Dispute target, Lots lots) {
    lots.pieces().forEach(piece -> moveInFrozen(target, piece, piece.amount()));
    return this;
  }

  List<Movement> movements() {
    return Collections.unmodifiableList(movements);
  }

  @Nullable Hold hold() {
    return hold;
  }

  @Nullable Dispute dispute() {
    return dispute;
  }

  @Nullable PurchaseLot purchase() {
    return purchase;
  }

  /** Against whose limits the amount counts. */
  @Nullable AgentId spender() {
    return spender;
  }

  Credits amount() {
    return amount;
  }

  Transaction transaction(LedgerState state) {
    requireBalance(Asset.CREDIT);
    requireBalance(Asset.USD);
    HoldId holdId = posting.hold();
    return new Transaction(
        state.nextNumber(),
        state.at(),
        posting.id(),
        posting.kind(),
        posting.payer(),
        posting.payee(),
        holdId,
        amount,
        fee,
        new Note(posting.note().reference(), posting.note().memo(), details));
  }

  private void moveInWallet(Wallet wallet, Piece piece, Credits change) {
    Lot lot = piece.lot();
    move(new Account.AgentBucket(wallet.agent(), lot.bucket()), lot, change.micros());
  }

  private void moveInHold(Hold ofHold, Piece piece, Credits change) {
    Lot lot = piece.lot();
    move(new Account.HoldBucket(ofHold.id(), ofHold.payer(), lot.bucket()), lot, change.micros());
  }

  private void moveInFrozen(Dispute by, Piece piece, Credits change) {
    Lot lot = piece.lot();
    move(new Account.FrozenBucket(by.id(), by.agent(), lot.bucket()), lot, change.micros());
  }

  private Draft move(Account account, @Nullable Lot lot, long units) {
    if (units != 0) {
      movements.add(new Movement(account, lot, units));
    }
    return this;
  }

  private void requireBalance(Asset asset) {
    long sum = 0;
    for (Movement movement : movements) {
      if (movement.account().asset() == asset) {
        sum = Math.addExact(sum, movement.units());
      }
    }
    if (sum != 0) {
      throw new IllegalStateException(posting.id() + " is out of balance by " + sum + " " + asset);
    }
  }
}
