package dev.agora.portal.chart;

import dev.agora.money.Credits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who paid whom: payers at the left, payees at the right, as wide as what flowed between them. Each
 * has a row of 48 units, so that names fit beside; what is beyond the rows is left to the table.
 *
 * @param rows of the longer side
 */
public record MoneyFlow(List<Node> payers, List<Node> payees, List<Ribbon> ribbons, int rows) {

  private static final int ROWS_MAX = 6;
  private static final int ROW = 48;
  private static final int THICKEST = 40;
  private static final int WIDTH = 200;

  /** What one paid another, in all. */
  public record Payment(String payer, String payee, Credits credits) {}

  /** One side of some payments. */
  public record Node(String name, Credits credits) {}

  /**
   * A payment, drawn.
   *
   * @param path its outline
   */
  public record Ribbon(String payer, String payee, Credits credits, String path) {}

  /** Draws the largest of them. */
  public static MoneyFlow of(List<Payment> payments) {
    List<Node> payers = largest(payments, true);
    List<Node> payees = largest(payments, false);
    Credits most =
        Stream.concat(payers.stream(), payees.stream())
            .map(Node::credits)
            .max(Credits::compareTo)
            .orElse(Credits.ZERO);
    Map<String, Double> from = tops(payers, most);
    Map<String, Double> to = tops(payees, most);
    List<Ribbon> ribbons = new ArrayList<>();
    for (Payment payment : payments) {
      Double left = from.get(payment.payer());
      Double right = to.get(payment.payee());
      if (left != null && right != null) {
        double width = thickness(payment.credits(), most);
        ribbons.add(
            new Ribbon(
                payment.payer(), payment.payee(), payment.credits(), path(left, right, width)));
        from.put(payment.payer(), left + width);
        to.put(payment.payee(), right + width);
      }
    }
    return new MoneyFlow(
        payers, payees, List.copyOf(ribbons), Math.max(payers.size(), payees.size()));
  }

  /** How high the drawing is, in its units. */
  public int height() {
    return rows * ROW;
  }

  private static List<Node> largest(List<Payment> payments, boolean payers) {
    Map<String, Credits> sums = new LinkedHashMap<>();
    payments.forEach(
        payment ->
            sums.merge(
                payers ? payment.payer() : payment.payee(), payment.credits(), Credits::plus));
    return sums.entrySet().stream()
        .map(sum -> new Node(sum.getKey(), sum.getValue()))
        .sorted(Comparator.comparing(Node::credits).reversed())
        .limit(ROWS_MAX)
        .toList();
  }

  private static Map<String, Double> tops(List<Node> nodes, Credits most) {
    Map<String, Double> tops = new HashMap<>();
    for (int row = 0; row < nodes.size(); row++) {
      Node node = nodes.get(row);
      double middle = (row + 0.5) * ROW;
      tops.put(node.name(), middle - thickness(node.credits(), most) / 2);
    }
    return tops;
  }

  private static double thickness(Credits credits, Credits most) {
    return (double) THICKEST * credits.micros() / Math.max(1, most.micros());
  }

  private static String path(double left, double right, double width) {
    int bend = WIDTH / 2;
    return String.format(
        Locale.ROOT,
        "M0,%.1f C%d,%.1f %d,%.1f %d,%.1f L%d,%.1f C%d,%.1f %d,%.1f 0,%.1f Z",
        left,
        bend,
        left,
        bend,
        right,
        WIDTH,
        right,
        WIDTH,
        right + width,
        bend,
        right + width,
        bend,
        left + width,
        left + width);
  }
}
