package dev.agora.marketplace.order;

import static dev.agora.marketplace.order.OrderFixture.MACHINE;
import static dev.agora.marketplace.order.OrderFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.marketplace.problem.MarketplaceProblem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OrderMachineTest {

  /**
   * Every cell in which something happens or a condition fails; all others say that the state or
   * the party is wrong. A cell: state, what happens, by whom, and the state it leads to or the
   * condition's code in lower case.
   */
  private static final String TABLE =
      """
      QUOTED      FUND              LEDGER   FUNDED
      QUOTED      REFUSE_FUNDS      LEDGER   REJECTED
      QUOTED      QUOTE_LAPSES      TIMER    EXPIRED
      EXPIRED     FUND              LEDGER   EXPIRED
      EXPIRED     GIVE_BACK         TIMER    EXPIRED
      EXPIRED     RELEASED          LEDGER   EXPIRED
      FUNDED      ACCEPT            SELLER   IN_PROGRESS
      FUNDED      DECLINE           SELLER   DECLINED
      FUNDED      CANCEL            BUYER    CANCELED
      FUNDED      ACCEPT_LAPSES     TIMER    EXPIRED
      DECLINED    RELEASED          LEDGER   DECLINED
      CANCELED    RELEASED          LEDGER   CANCELED
      IN_PROGRESS DELIVER           SELLER   DELIVERED
      IN_PROGRESS DELIVERY_LAPSES   TIMER    REFUNDED
      IN_PROGRESS SPLIT             BUYER    IN_PROGRESS
      IN_PROGRESS SPLIT             SELLER   IN_PROGRESS
      IN_PROGRESS ACCEPT_SPLIT      BUYER    no_open_split
      IN_PROGRESS ACCEPT_SPLIT      SELLER   no_open_split
      IN_PROGRESS SPLIT_LAPSES      TIMER    IN_PROGRESS
      IN_PROGRESS DISPUTE           BUYER    not_late_yet
      REFUNDED    RELEASED          LEDGER   REFUNDED
      DELIVERED   APPROVE           BUYER    SETTLING
      DELIVERED   INSPECTION_LAPSES TIMER    SETTLING
      DELIVERED   REVISE            BUYER    IN_PROGRESS
      DELIVERED   SPLIT             BUYER    DELIVERED
      DELIVERED   SPLIT             SELLER   DELIVERED
      DELIVERED   ACCEPT_SPLIT      BUYER    no_open_split
      DELIVERED   ACCEPT_SPLIT      SELLER   no_open_split
      DELIVERED   SPLIT_LAPSES      TIMER    DELIVERED
      DELIVERED   DISPUTE           BUYER    DISPUTED
      DISPUTED    ANSWER            SELLER   DISPUTED
      DISPUTED    ANSWER_LAPSES     TIMER    SETTLING
      DISPUTED    RULED_BY_FACTS    TIMER    SETTLING
      DISPUTED    SPLIT             BUYER    DISPUTED
      DISPUTED    SPLIT             SELLER   DISPUTED
      DISPUTED    SPLIT_LAPSES      TIMER    DISPUTED
      DISPUTED    ACCEPT_SPLIT      BUYER    no_open_split
      DISPUTED    ACCEPT_SPLIT      SELLER   no_open_split
      DISPUTED    RULING_LAPSES     TIMER    DISPUTED
      DISPUTED    RULE              ARBITER  SETTLING
      SETTLING    SETTLED           LEDGER   COMPLETED
      SETTLING    RELEASED          LEDGER   REFUNDED
      COMPLETED   REFUND            SELLER   COMPLETED
      COMPLETED   REFUND_POSTED     LEDGER   not_in_this_state
      COMPLETED   REFUND_REFUSED    LEDGER   not_in_this_state
      COMPLETED   REVIEW            BUYER    COMPLETED
      COMPLETED   REVIEW            SELLER   COMPLETED
      COMPLETED   REVIEWS_LAPSE     TIMER    COMPLETED
      """;

  private record Cell(OrderState state, Verb verb, Party by) {}

  private static Map<Cell, String> table() {
    Map<Cell, String> table = new HashMap<>();
    for (String line : TABLE.lines().toList()) {
      List<String> words = Arrays.asList(line.split(" +"));
      table.put(
          new Cell(
              OrderState.valueOf(words.get(0)),
              Verb.valueOf(words.get(1)),
              Party.valueOf(words.get(2))),
          words.get(3));
    }
    return table;
  }

  @TestFactory
  Stream<DynamicTest> everyCellOfStateEventAndPartyIsAllowedOrRefusedWithItsCode() {
    Map<Cell, String> table = table();
    return Arrays.stream(OrderState.values())
        .flatMap(
            state ->
                Arrays.stream(Verb.values())
                    .flatMap(
                        verb -> Arrays.stream(Party.values()).map(by -> new Cell(state, verb, by))))
        .map(
            cell ->
                DynamicTest.dynamicTest(
                    cell.toString(),
                    () -> assertThat(outcome(cell)).isEqualTo(expected(table, cell))));
  }

  private static String expected(Map<Cell, String> table, Cell cell) {
    String said = table.get(cell);
    if (said != null) {
      return said;
    }
    boolean othersMay =
        Arrays.stream(Party.values())
            .anyMatch(party -> table.containsKey(new Cell(cell.state(), cell.verb(), party)));
    return othersMay
        ? MarketplaceProblem.NOT_YOUR_MOVE.code()
        : MarketplaceProblem.NOT_IN_THIS_STATE.code();
  }

  private static String outcome(Cell cell) {
    Order order = OrderFixture.in(cell.state());
    return switch (MACHINE.next(order, OrderFixture.event(cell.verb()), cell.by(), NOON)) {
      case Next.Changed changed -> changed.order().state().name();
      case Next.Refused refused -> refused.code().code();
    };
  }

  @Test
  void nextActionsAreExactlyWhatWouldBeAllowed() {
    for (OrderState state : OrderState.values()) {
      Order order = OrderFixture.in(state);
      for (Party party : List.of(Party.BUYER, Party.SELLER, Party.ARBITER)) {
        List<Verb> allowed =
            Arrays.stream(Verb.values())
                .filter(
                    verb ->
                        MACHINE.next(order, OrderFixture.event(verb), party, NOON)
                            instanceof Next.Changed)
                .toList();
        assertThat(MACHINE.nextActions(order, party, NOON))
            .as("%s in %s", party, state)
            .containsExactlyInAnyOrderElementsOf(allowed);
      }
    }
  }

  @Test
  void aRefusalSaysTheStateAndWhatWasTried() {
    Next.Refused refused =
        OrderFixture.refused(
            OrderFixture.in(OrderState.COMPLETED),
            OrderFixture.event(Verb.APPROVE),
            Party.BUYER,
            NOON);
    assertThat(refused.detail()).contains("COMPLETED").contains("approve");
  }

  @Test
  void everyChangeCountsOneVersion() {
    Order funded = OrderFixture.in(OrderState.FUNDED);
    assertThat(funded.version()).isEqualTo(2);
    assertThat(OrderFixture.after(funded, Verb.ACCEPT, Party.SELLER).version()).isEqualTo(3);
  }
}
