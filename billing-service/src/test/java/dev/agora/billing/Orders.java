package dev.agora.billing;

import java.util.ArrayList;
import java.util.List;

/** All orders in which some of a few things can come, each several times. */
final class Orders {

  private Orders() {}

  /** Every order of every part of the numbers below the count, the empty one first. */
  static List<List<Integer>> ofSome(int count) {
    List<List<Integer>> all = new ArrayList<>();
    extend(new ArrayList<>(), count, all);
    return all;
  }

  private static void extend(List<Integer> begun, int count, List<List<Integer>> all) {
    all.add(List.copyOf(begun));
    for (int next = 0; next < count; next++) {
      if (!begun.contains(next)) {
        begun.add(next);
        extend(begun, count, all);
        begun.removeLast();
      }
    }
  }

  /** The order as often as that, one round after the other. */
  static List<Integer> repeated(List<Integer> order, int times) {
    List<Integer> repeated = new ArrayList<>();
    for (int round = 0; round < times; round++) {
      repeated.addAll(order);
    }
    return repeated;
  }
}
