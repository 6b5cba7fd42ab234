package dev.agora.marketplace.subscription;

import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One month of a subscription.
 *
 * @param id the payment's reference in the ledger
 * @param number from 1
 * @param from when it begins
 * @param until when it ends and the next one begins
 * @param price at which it is paid
 * @param fee the platform's rate, pinned when the payment was asked for
 * @param attempt counts how often the payment was asked for, from 1
 * @param holdId names what this attempt holds in the ledger
 * @param attemptedAt when this attempt was made
 * @param payment what became of it
 */
public record Period(
    PeriodId id,
    int number,
    Instant from,
    Instant until,
    Credits price,
    FeeRate fee,
    int attempt,
    String holdId,
    Instant attemptedAt,
    Payment payment) {

  /** What became of an attempt to be paid. */
  public sealed interface Payment {

    /** The ledger has not answered. */
    record Asked() implements Payment {}

    /** The ledger refused. */
    record Refused() implements Payment {}

    /** The seller has it. */
    record Paid(Credits sellerNet, Credits fee) implements Payment {}
  }

  /**
   * With what a payment is asked for.
   *
   * @param period the id that a new month gets
   * @param hold the id of what is held
   * @param fee the platform's rate at that moment
   */
  public record Charge(PeriodId period, String hold, FeeRate fee) {}

  static Period month(int number, Plan plan, Charge charge, Instant now) {
    return new Period(
        charge.period(),
        number,
        plan.after(number - 1),
        plan.after(number),
        plan.terms().price(),
        charge.fee(),
        1,
        charge.hold(),
        now,
        new Payment.Asked());
  }

  /** The same month, asked for once more, at the terms that hold by then. */
  Period again(Plan plan, Charge charge, Instant now) {
    return new Period(
        id,
        number,
        from,
        until,
        plan.terms().price(),
        charge.fee(),
        attempt + 1,
        charge.hold(),
        now,
        new Payment.Asked());
  }

  Period with(Payment outcome) {
    return new Period(id, number, from, until, price, fee, attempt, holdId, attemptedAt, outcome);
  }

  boolean isAsked() {
    return payment instanceof Payment.Asked;
  }

  /** What arrived at the seller; null unless paid. */
  Payment.@Nullable Paid paid() {
    return payment instanceof Payment.Paid paid ? paid : null;
  }
}
