package dev.agora.payout.conversion;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import dev.agora.payout.agent.ResolvedAgent;
import dev.agora.payout.cap.CapResult;
import dev.agora.payout.cap.CapResult.Exceeded;
import dev.agora.payout.cap.CapResult.Reserved;
import dev.agora.payout.cap.MonthlyCaps;
import dev.agora.payout.conversion.RequestConversionResult.AccountRequired;
import dev.agora.payout.conversion.RequestConversionResult.CapExceeded;
import dev.agora.payout.conversion.RequestConversionResult.DestinationRests;
import dev.agora.payout.conversion.RequestConversionResult.QuoteNotValid;
import dev.agora.payout.conversion.RequestConversionResult.Requested;
import dev.agora.payout.destination.Destinations;
import dev.agora.payout.destination.PayoutAccount;
import dev.agora.payout.destination.PayoutAccountStatus;
import dev.agora.payout.quote.ConversionRules;
import dev.agora.payout.quote.Quote;
import dev.agora.payout.quote.Quotes;
import dev.agora.payout.quote.Terms;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks what only the database can tell, reserves the caps and starts the process, all at once.
 */
@Service
@Transactional
class RequestConversion {

  private final Destinations destinations;
  private final Quotes quotes;
  private final ConversionRules rules;
  private final MonthlyCaps caps;
  private final Conversions conversions;
  private final ConversionEvents events;
  private final ConversionProcess process;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  RequestConversion(
      Destinations destinations,
      Quotes quotes,
      ConversionRules rules,
      MonthlyCaps caps,
      Conversions conversions,
      ConversionEvents events,
      ConversionProcess process,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.destinations = destinations;
    this.quotes = quotes;
    this.rules = rules;
    this.caps = caps;
    this.conversions = conversions;
    this.events = events;
    this.process = process;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Asks for a conversion of an amount that passed the {@link ConversionRules}.
   *
   * @param askedBy the calling agent or owner
   * @param quoteId whose terms are wanted; null for those of today
   */
  RequestConversionResult request(
      ResolvedAgent.Owned agent, String askedBy, Credits credits, @Nullable String quoteId) {
    Optional<Terms> terms =
        quoteId == null
            ? Optional.of(rules.terms(credits))
            : quotes
                .find(quoteId)
                .filter(quote -> quote.isFor(agent.agentId(), credits, clock.instant()))
                .map(Quote::terms);
    if (terms.isEmpty()) {
      return new QuoteNotValid();
    }
    Optional<PayoutAccount> account = destinations.known(agent.ownerId());
    if (account.isEmpty() || !account.get().isReady()) {
      return new AccountRequired(
          account.map(PayoutAccount::status).orElse(PayoutAccountStatus.NONE));
    }
    Instant restsUntil = account.get().restingAt(clock.instant());
    if (restsUntil != null) {
      return new DestinationRests(restsUntil);
    }
    CapResult cap = caps.reserve(agent.agentId(), agent.ownerId(), credits);
    return switch (cap) {
      case Exceeded(var limit) -> new CapExceeded(limit);
      case Reserved(YearMonth month) ->
          new Requested(start(agent, askedBy, account.get(), terms.get(), month));
    };
  }

  private Conversion start(
      ResolvedAgent.Owned agent,
      String askedBy,
      PayoutAccount account,
      Terms terms,
      YearMonth month) {
    Instant now = clock.instant();
    Conversion conversion =
        new Conversion(
            ConversionId.of(ids.get()),
            agent.agentId(),
            agent.ownerId(),
            "hld_" + ids.get().toString().replace("-", ""),
            account.stripeAccountId(),
            terms,
            askedBy,
            month,
            ConversionStatus.REQUESTED,
            null,
            null,
            BankLeg.NONE,
            Usd.ZERO,
            null,
            now,
            now,
            1);
    conversions.add(conversion);
    process.start(conversion);
    events.changed(conversion);
    return conversion;
  }
}
