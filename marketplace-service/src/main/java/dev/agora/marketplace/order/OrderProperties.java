package dev.agora.marketplace.order;

import dev.agora.money.Credits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What of {@link OrderTimes#standard} a deployment changes; what is absent keeps its default.
 *
 * @param sweepEvery how often the clocks of all orders are looked at; default half a second
 */
@ConfigurationProperties("agora.marketplace.order")
record OrderProperties(
    @Nullable Duration quote,
    @Nullable Duration accept,
    @Nullable Duration inspect,
    @Nullable Duration inspectSmall,
    @Nullable String smallPrice,
    @Nullable Duration split,
    @Nullable Duration answer,
    @Nullable Duration rule,
    @Nullable Duration review,
    @Nullable Duration refund,
    @Nullable Duration sweepEvery) {

  OrderTimes toTimes() {
    OrderTimes standard = OrderTimes.standard();
    return new OrderTimes(
        orElse(quote, standard.quote()),
        orElse(accept, standard.accept()),
        orElse(inspect, standard.inspect()),
        orElse(inspectSmall, standard.inspectSmall()),
        smallPrice == null ? standard.smallPrice() : Credits.parseAmount(smallPrice),
        orElse(split, standard.split()),
        orElse(answer, standard.answer()),
        orElse(rule, standard.rule()),
        orElse(review, standard.review()),
        orElse(refund, standard.refund()));
  }

  private static Duration orElse(@Nullable Duration set, Duration standard) {
    if (set != null && (set.isNegative() || set.isZero())) {
      throw new IllegalArgumentException("a time of agora.marketplace.order is above zero");
    }
    return set == null ? standard : set;
  }
}
