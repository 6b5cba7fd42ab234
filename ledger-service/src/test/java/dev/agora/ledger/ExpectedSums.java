package dev.agora.ledger;

import dev.agora.ledger.account.OwnerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What owners' agents spent and earned, one transaction after the other, straight from the entries.
 */
final class ExpectedSums {

  /**
   * What one transaction did to one agent.
   *
   * @param payer whether the agent was the payer
   * @param units the sum of the agent's entries
   * @param fees what went to the fee accounts
   */
  private record Effect(
      Map<String, String> group,
      boolean payer,
      String reversed,
      long amount,
      long units,
      long fees) {}

  private final List<Effect> effects;

  ExpectedSums(JdbcClient jdbc, OwnerId owner) {
    effects =
        jdbc.sql(
                """
                SELECT wallet.agent_id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, kind::text,
                  coalesce(other.agent_id, 'platform') AS counterparty, wallet.id = payer_id AS payer,
                  coalesce(details ->> 'reversedKind', '') AS reversed, amount, sum(units) AS units,
                  coalesce(fees, 0) AS fees
                FROM wallet
                JOIN entry ON holder_id = wallet.id
                JOIN journal USING (number)
                LEFT JOIN wallet other ON other.id = CASE wallet.id WHEN payer_id THEN payee_id ELSE payer_id END
                LEFT JOIN (
                  SELECT number, sum(units) AS fees FROM entry JOIN platform_account ON platform_account.id = holder_id
                  WHERE path IN ('platform/fees/transfer', 'platform/fees/marketplace')
                  GROUP BY number) AS fee USING (number)
                WHERE wallet.owner_id = ?
                GROUP BY wallet.id, journal.number, other.agent_id, fees
                """)
            .param(owner.value())
            .query(
                (row, index) ->
                    new Effect(
                        Map.of(
                            "agent", row.getString("agent_id"),
                            "day", row.getString("day"),
                            "kind", row.getString("kind"),
                            "counterparty", row.getString("counterparty")),
                        row.getBoolean("payer"),
                        row.getString("reversed"),
                        row.getLong("amount"),
                        row.getLong("units"),
                        row.getLong("fees")))
            .list();
  }

  /** Groups with micro-credits, fees and count. */
  Map<List<String>, List<Long>> of(String flow, List<String> by) {
    Map<List<String>, List<Long>> sums = new TreeMap<>(ExpectedSums::compare);
    for (Effect effect : effects) {
      if (flowOf(effect).equals(flow)) {
        List<String> group = new ArrayList<>();
        by.forEach(dimension -> group.add(effect.group().get(dimension)));
        long credits = flow.equals("spending") ? -effect.units() : effect.units();
        sums.merge(group, List.of(credits, effect.fees(), 1L), ExpectedSums::plus);
      }
    }
    return sums;
  }

  long total(String flow) {
    return effects.stream()
        .filter(effect -> flowOf(effect).equals(flow))
        .mapToLong(effect -> flow.equals("spending") ? -effect.units() : effect.units())
        .sum();
  }

  /** The sum of all entries. */
  long change() {
    return effects.stream().mapToLong(Effect::units).sum();
  }

  private static String flowOf(Effect effect) {
    String kind = String.valueOf(effect.group().get("kind"));
    boolean toPlatform = "platform".equals(effect.group().get("counterparty"));
    return switch (kind) {
      case "TRANSFER" -> effect.payer() ? "spending" : "earnings";
      case "CAPTURE" -> effect.amount() == 0 ? "none" : effect.payer() ? "spending" : "earnings";
      case "SPEND" -> "spending";
      case "REWARD" -> "earnings";
      case "REFUND" -> toPlatform ? "other" : effect.payer() ? "earnings" : "spending";
      case "ADJUSTMENT" ->
          switch (effect.reversed()) {
            case "TRANSFER", "SPEND", "REWARD" -> effect.payer() ? "earnings" : "spending";
            default -> "other";
          };
      default -> "other";
    };
  }

  private static List<Long> plus(List<Long> one, List<Long> other) {
    return List.of(one.get(0) + other.get(0), one.get(1) + other.get(1), one.get(2) + other.get(2));
  }

  private static int compare(List<String> one, List<String> other) {
    for (int index = 0; index < one.size(); index++) {
      int order = one.get(index).compareTo(other.get(index));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
