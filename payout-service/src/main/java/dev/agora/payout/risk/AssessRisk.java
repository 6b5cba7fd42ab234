package dev.agora.payout.risk;

import dev.agora.money.Credits;
import dev.agora.payout.conversion.Conversion;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Asks every rule about a conversion. */
@Service
public class AssessRisk {

  private static final BigInteger WHOLE_BPS = BigInteger.valueOf(10_000);

  private final RiskRules rules;
  private final RiskFacts facts;
  private final ReviewProperties properties;
  private final InstantSource clock;

  AssessRisk(RiskRules rules, RiskFacts facts, ReviewProperties properties, InstantSource clock) {
    this.rules = rules;
    this.facts = facts;
    this.properties = properties;
    this.clock = clock;
  }

  /** What speaks for a review; nothing if the conversion may go on. */
  public List<Finding> assess(Conversion conversion, Collection<EarnedFrom> earned) {
    if (!properties.enabled()) {
      return List.of();
    }
    return rules.all().stream()
        .filter(RiskRule::enabled)
        .flatMap(
            rule ->
                words(rule, conversion, earned).map(it -> new Finding(rule.name(), it)).stream())
        .toList();
  }

  private Optional<String> words(
      RiskRule rule, Conversion conversion, Collection<EarnedFrom> earned) {
    Instant since = clock.instant().minus(Duration.ofHours(rule.windowHours()));
    return switch (rule.kind()) {
      case FIRST_CONVERSION -> first(rule, conversion);
      case OWNER_SUM -> sum(rule, conversion, since);
      case FRESHLY_BOUGHT -> freshlyBought(rule, conversion, earned, since);
      case DISPUTED_PAYERS -> disputed(rule, earned, since);
    };
  }

  private Optional<String> first(RiskRule rule, Conversion conversion) {
    Credits credits = conversion.terms().credits();
    return isMore(credits, rule) && !facts.wasPaid(conversion.humanId())
        ? Optional.of(
            "the owner's first conversion, of %s credits, above %s"
                .formatted(credits, rule.above()))
        : Optional.empty();
  }

  private Optional<String> sum(RiskRule rule, Conversion conversion, Instant since) {
    Credits sum = facts.convertedSince(conversion.humanId(), since);
    return isMore(sum, rule)
        ? Optional.of(
            "the owner converts %s credits within %d hours, above %s"
                .formatted(sum, rule.windowHours(), rule.above()))
        : Optional.empty();
  }

  private Optional<String> freshlyBought(
      RiskRule rule, Conversion conversion, Collection<EarnedFrom> earned, Instant since) {
    Credits fresh = sumOf(earned, facts.boughtSince(agents(earned), since));
    if (!isMore(conversion.terms().credits(), rule) || !fresh.isPositive()) {
      return Optional.empty();
    }
    long bps = bps(fresh, sumOf(earned, Set.copyOf(agents(earned))));
    return bps >= rule.shareBps()
        ? Optional.of(
            "%d bps of what was earned is from payers who bought within %d hours, at least %d"
                .formatted(bps, rule.windowHours(), rule.shareBps()))
        : Optional.empty();
  }

  private Optional<String> disputed(RiskRule rule, Collection<EarnedFrom> earned, Instant since) {
    Set<String> disputed = facts.disputedSince(agents(earned), since);
    Credits sum = sumOf(earned, disputed);
    return isMore(sum, rule)
        ? Optional.of(
            "%s credits were earned from payers with disputes, above %s: %s"
                .formatted(sum, rule.above(), disputed))
        : Optional.empty();
  }

  /** Rounded down. */
  private static long bps(Credits part, Credits whole) {
    return BigInteger.valueOf(part.micros())
        .multiply(WHOLE_BPS)
        .divide(BigInteger.valueOf(whole.micros()))
        .longValueExact();
  }

  private static boolean isMore(Credits credits, RiskRule rule) {
    return credits.compareTo(rule.above()) > 0;
  }

  private static List<String> agents(Collection<EarnedFrom> earned) {
    return earned.stream().map(EarnedFrom::agentId).toList();
  }

  private static Credits sumOf(Collection<EarnedFrom> earned, Set<String> from) {
    return earned.stream()
        .filter(part -> from.contains(part.agentId()))
        .map(EarnedFrom::credits)
        .reduce(Credits.ZERO, Credits::plus);
  }
}
