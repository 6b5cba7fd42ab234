package dev.agora.marketplace.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.agora.money.Credits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What was sold on some days, and how it went.
 *
 * @param from the first day, UTC
 * @param to the last one
 * @param orders how orders ended that were funded
 * @param money what was paid; left out for those whom it does not concern
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FiguresView(LocalDate from, LocalDate to, Orders orders, @Nullable Money money) {

  private static final int DIGITS = 4;

  /**
   * How orders ended.
   *
   * @param ended that were funded
   * @param completed of those, with all of the price released
   * @param disputed of those
   * @param completionRate completed of ended, 0 to 1; null if none has ended
   * @param disputeRate disputed of ended, 0 to 1; null if none has ended
   * @param medianDeliveryTime from the beginning of the work to the first delivery; null without
   */
  record Orders(
      long ended,
      long completed,
      long disputed,
      @Nullable BigDecimal completionRate,
      @Nullable BigDecimal disputeRate,
      @Nullable Duration medianDeliveryTime) {}

  /**
   * What was paid, equal to the ledger.
   *
   * @param count of orders with something released, paid months and used budgets
   * @param gmv what buyers paid, fees included
   * @param refunded what sellers gave back afterwards
   * @param net the rest
   * @param take the platform's fees, less what it gave back of them
   * @param takeRate take of net, 0 to 1; null if there is none
   */
  record Money(
      long count,
      Credits gmv,
      Credits refunded,
      Credits net,
      Credits take,
      @Nullable BigDecimal takeRate) {}

  static FiguresView of(Days days, Turnover turnover, boolean withMoney) {
    return new FiguresView(
        days.from(), days.to(), orders(turnover), withMoney ? money(turnover) : null);
  }

  private static Orders orders(Turnover turnover) {
    return new Orders(
        turnover.ended(),
        turnover.completed(),
        turnover.disputed(),
        rate(turnover.completed(), turnover.ended()),
        rate(turnover.disputed(), turnover.ended()),
        duration(turnover.medianDeliverySeconds()));
  }

  private static Money money(Turnover turnover) {
    Credits net = turnover.gmv().minus(turnover.refunded());
    Credits take = turnover.fees().minus(turnover.feesReturned());
    return new Money(
        turnover.sold(),
        turnover.gmv(),
        turnover.refunded(),
        net,
        take,
        rate(take.micros(), net.micros()));
  }

  private static @Nullable Duration duration(OptionalDouble seconds) {
    return seconds.isEmpty() ? null : Duration.ofMillis(Math.round(seconds.getAsDouble() * 1000));
  }

  private static @Nullable BigDecimal rate(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
  }
}
