package dev.agora.marketplace;

import dev.agora.messaging.inbox.MessageHandlers;
import dev.agora.messaging.inbox.Reply;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Answers the commands to the ledger over the real Kafka, and writes down what it was asked. */
@TestConfiguration(proxyBeanMethods = false)
public class ScriptedLedger {

  /** A command, as far as the script looks at it. */
  public record Command(
      String holdId, String agentId, @Nullable String amount, @Nullable Integer feeBps) {}

  /** A refund, as far as the script looks at it. */
  public record Refund(
      String refundId, String holdId, String sellerId, String amount, int feeBps) {}

  private final Set<String> poor = ConcurrentHashMap.newKeySet();
  private final Map<String, List<String>> asked = new ConcurrentHashMap<>();
  private final Map<String, String> held = new ConcurrentHashMap<>();

  /** Makes every hold of this agent fail for 20 missing credits. */
  public void makePoor(String agent) {
    poor.add(agent);
  }

  /** Lets this agent pay again. */
  public void makeRich(String agent) {
    poor.remove(agent);
  }

  /**
   * What was asked about a hold, in order: {@code place 100}, {@code settle 60}, {@code release}.
   */
  public List<String> asked(String hold) {
    return asked.getOrDefault(hold, List.of());
  }

  @Bean
  MessageHandlers scriptedLedger() {
    return MessageHandlers.on("ledger.commands.v1", "scripted-ledger")
        .command("ledger.place-hold", Command.class, (command, context) -> place(command))
        .command("ledger.settle-hold", Command.class, (command, context) -> settle(command))
        .command("ledger.capture-hold", Command.class, (command, context) -> capture(command))
        .command("ledger.refund-order", Refund.class, (command, context) -> refund(command))
        .undo("ledger.release-hold", Command.class, (command, context) -> release(command))
        .build();
  }

  private Reply place(Command command) {
    note(command, "place " + command.amount());
    if (poor.contains(command.agentId())) {
      return Reply.refusal("insufficient_credits", Map.of("available", "0", "missing", "20"));
    }
    held.put(command.holdId(), Objects.requireNonNull(command.amount()));
    return Reply.success(Map.of("holdId", command.holdId()));
  }

  private Reply settle(Command command) {
    note(command, "settle " + command.amount());
    Credits gross = Credits.parse(Objects.requireNonNull(command.amount()));
    Credits fee = FeeRate.ofBasisPoints(Objects.requireNonNull(command.feeBps())).of(gross);
    Credits rest = Credits.parse(held.getOrDefault(command.holdId(), "0")).minus(gross);
    return Reply.success(
        Map.of(
            "net",
            gross.minus(fee).toString(),
            "fee",
            fee.toString(),
            "released",
            rest.toString()));
  }

  private Reply capture(Command command) {
    note(command, "capture " + command.amount());
    return Reply.success(Map.of("holdId", command.holdId()));
  }

  private Reply refund(Refund command) {
    asked
        .computeIfAbsent(command.holdId(), hold -> new CopyOnWriteArrayList<>())
        .add("refund " + command.amount());
    if (poor.contains(command.sellerId())) {
      return Reply.refusal("insufficient_credits", Map.of("available", "0", "missing", "20"));
    }
    Credits amount = Credits.parse(command.amount());
    Credits fee = FeeRate.ofBasisPoints(command.feeBps()).of(amount);
    return Reply.success(
        Map.of(
            "toBuyer",
            amount.toString(),
            "fromSeller",
            amount.minus(fee).toString(),
            "feeReturned",
            fee.toString()));
  }

  private Reply release(Command command) {
    note(command, "release");
    return Reply.success(Map.of("holdId", command.holdId()));
  }

  private void note(Command command, String what) {
    asked.computeIfAbsent(command.holdId(), hold -> new CopyOnWriteArrayList<>()).add(what);
  }
}
