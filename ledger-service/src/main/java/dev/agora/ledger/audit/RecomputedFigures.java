package dev.agora.ledger.audit;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.proof.Figures;
import dev.agora.ledger.proof.Figures.Buckets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The figures of the proof, out of the recomputed balances. */
final class RecomputedFigures {

  private RecomputedFigures() {}

  /**
   * Of all that was recomputed and found in the maintained rows.
   *
   * @param platform which holders are the platform's, by number
   * @param disputes the accounts that are no holds
   */
  static Figures of(
      Recomputation recomputed, Map<Long, PlatformAccount> platform, Set<Long> disputes) {
    Collection<Holder> holders = recomputed.holders().values();
    Buckets agents =
        new Buckets(
            sum(holders, Holder::promotional),
            sum(holders, Holder::purchased),
            sum(holders, Holder::earned));
    Buckets holds = buckets(recomputed, disputes, false);
    return new Figures(
        agents,
        sum(holders, Holder::debt),
        sum(holders, Holder::held),
        holds,
        holds.total(),
        buckets(recomputed, disputes, true),
        sum(holders, Holder::frozen),
        balances(recomputed, platform),
        new Figures.Entries(holders.size(), 0, "none", 0, 0, 0, "now"));
  }

  private static Buckets buckets(Recomputation recomputed, Set<Long> disputes, boolean frozen) {
    Collection<SetAside> places =
        recomputed.setAside().entrySet().stream()
            .filter(place -> disputes.contains(place.getKey()) == frozen)
            .map(Map.Entry::getValue)
            .toList();
    return new Buckets(
        sum(places, SetAside::promotional),
        sum(places, SetAside::purchased),
        sum(places, SetAside::earned));
  }

  private static Map<PlatformAccount, Long> balances(
      Recomputation recomputed, Map<Long, PlatformAccount> platform) {
    Map<PlatformAccount, Long> balances = new EnumMap<>(PlatformAccount.class);
    platform.forEach(
        (id, account) -> {
          Holder holder = recomputed.holders().get(id);
          balances.merge(account, holder == null ? 0 : holder.whole(), Long::sum);
        });
    return balances;
  }

  private static <T> long sum(Collection<T> all, ToLongFunction<T> of) {
    return all.stream().mapToLong(of).reduce(0, Math::addExact);
  }
}
