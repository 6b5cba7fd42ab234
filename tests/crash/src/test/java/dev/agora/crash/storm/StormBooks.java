package dev.agora.crash.storm;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * What the ledger has acknowledged, kept by those whom it answered: the journal that must be, line
 * by line, and what each agent must have.
 */
final class StormBooks {

  private static final int FEE_BPS = 500;

  /** A hold of which nobody was told an end: it is open, or has expired. */
  record OpenHold(String id, int payer, long left) {}

  private final Queue<String> journal = new ConcurrentLinkedQueue<>();
  private final Queue<OpenHold> open = new ConcurrentLinkedQueue<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicLong[] worth = zeros();
  private final AtomicLong[] held = zeros();
  private final AtomicLong[] frozen = zeros();
  private final AtomicLong[] spent = zeros();
  private final AtomicLong[] largest = zeros();
  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

  private static AtomicLong[] zeros() {
    AtomicLong[] zeros = new AtomicLong[Operation.AGENTS];
    for (int agent = 0; agent < zeros.length; agent++) {
      zeros[agent] = new AtomicLong();
    }
    return zeros;
  }

  /** Counts what became of a posting. */
  void count(String what) {
    counts.computeIfAbsent(what, any -> new AtomicLong()).incrementAndGet();
  }

  Map<String, AtomicLong> counts() {
    return counts;
  }

  /** Something that an answer must be, whatever else happens meanwhile. */
  void expect(boolean holds, String what) {
    if (!holds) {
      faults.add(what);
    }
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  void line(String line) {
    journal.add(line);
  }

  void paid(String reference, int payer, int payee, long amount) {
    paidOut(reference, payer, amount);
    worth[payee].addAndGet(net(amount));
  }

  /** A payment to somebody of whom no account is kept here. */
  void paidOut(String reference, int payer, long amount) {
    line("TRANSFER " + reference);
    worth[payer].addAndGet(-amount);
    counted(payer, amount);
  }

  void spent(String reference, int payer, long amount) {
    line("SPEND " + reference);
    worth[payer].addAndGet(-amount);
    counted(payer, amount);
  }

  /** Credits move from what an agent may spend into a hold; below zero, back. */
  void setAside(String line, int agent, long amount) {
    line(line);
    worth[agent].addAndGet(-amount);
    held[agent].addAndGet(amount);
  }

  /** What a settlement leaves of a hold goes back with it. */
  void returned(int agent, long rest) {
    worth[agent].addAndGet(rest);
    held[agent].addAndGet(-rest);
  }

  /** Counts against the limits of the agent. */
  void counted(int agent, long amount) {
    spent[agent].addAndGet(amount);
    largest[agent].accumulateAndGet(amount, Math::max);
  }

  void captured(String line, int payer, int payee, long part) {
    line(line);
    held[payer].addAndGet(-part);
    worth[payee].addAndGet(net(part));
  }

  /** The fee of all parts is that of one payment of them. */
  void capturedMore(String line, int payer, int payee, long before, long all) {
    line(line);
    held[payer].addAndGet(before - all);
    worth[payee].addAndGet(net(all) - net(before));
  }

  /** Credits of a hold go out of existence. */
  void redeemed(String line, int agent, long amount) {
    line(line);
    held[agent].addAndGet(-amount);
  }

  /** What an agent has changes by that, without anybody of the cast at the other end. */
  void changed(String line, int agent, long amount) {
    line(line);
    worth[agent].addAndGet(amount);
  }

  void froze(String line, int agent, long amount) {
    line(line);
    worth[agent].addAndGet(-amount);
    frozen[agent].addAndGet(amount);
  }

  void unfroze(String line, int agent, long amount, long lost) {
    line(line);
    frozen[agent].addAndGet(-amount);
    worth[agent].addAndGet(amount - lost);
  }

  void gaveBack(String line, int seller, int buyer, long fromSeller, long toBuyer) {
    line(line);
    worth[seller].addAndGet(-fromSeller);
    worth[buyer].addAndGet(toBuyer);
  }

  void mayExpire(String hold, int payer, long left) {
    open.add(new OpenHold(hold, payer, left));
  }

  /** Takes them: each can expire once. */
  List<OpenHold> takeOpen() {
    List<OpenHold> taken = List.copyOf(open);
    open.clear();
    return taken;
  }

  int transactions() {
    return journal.size();
  }

  /** How often each line must be there. */
  Map<String, Integer> journal() {
    Map<String, Integer> lines = HashMap.newHashMap(journal.size());
    journal.forEach(line -> lines.merge(line, 1, Integer::sum));
    return lines;
  }

  long spent(int agent) {
    return spent[agent].get();
  }

  /** The largest payment or hold of the agent. */
  long largest(int agent) {
    return largest[agent].get();
  }

  /** Spendable less owed, held and frozen, as the database has them in one line. */
  String of(int agent) {
    return "%d %d %d".formatted(worth[agent].get(), held[agent].get(), frozen[agent].get());
  }

  /** What arrives of an amount: the fee is rounded up. */
  static long net(long amount) {
    return amount - Math.ceilDiv(amount * FEE_BPS, 10_000L);
  }

  static long micros(JsonNode decimal) {
    return new BigDecimal(decimal.asString()).movePointRight(6).longValueExact();
  }

  static String credits(long micros) {
    return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
  }

  static String usd(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
