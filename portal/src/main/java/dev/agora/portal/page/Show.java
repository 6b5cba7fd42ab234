package dev.agora.portal.page;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Amounts, times and states as people read them; templates call it {@code show}. */
@Component("show")
public class Show {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final List<Integer> PERIODS = List.of(7, 30, 90);
  static final String NONE = "–";
  private static final int CENTS_PER_DOLLAR = 100;
  private static final long FULL = 100;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private static final Map<String, String> MOODS = moods();

  private static final Map<String, String> HAPPENINGS =
      Map.ofEntries(
          Map.entry("FUND", "Price set aside"),
          Map.entry("REFUSE_FUNDS", "Refused: no money for it"),
          Map.entry("ACCEPT", "Accepted"),
          Map.entry("DECLINE", "Declined"),
          Map.entry("CANCEL", "Taken back"),
          Map.entry("DELIVER", "Delivered"),
          Map.entry("APPROVE", "Approved"),
          Map.entry("REVISE", "Another delivery asked for"),
          Map.entry("SPLIT", "Sharing proposed"),
          Map.entry("ACCEPT_SPLIT", "Sharing agreed"),
          Map.entry("DISPUTE", "Disputed"),
          Map.entry("ANSWER", "Answered"),
          Map.entry("RULE", "Ruled"),
          Map.entry("REVIEW", "Reviewed"),
          Map.entry("REFUND", "Giving back"),
          Map.entry("REFUND_POSTED", "Given back"),
          Map.entry("SETTLED", "Paid"),
          Map.entry("RELEASED", "Price released"),
          Map.entry("QUOTE_LAPSES", "Expired"),
          Map.entry("ACCEPT_LAPSES", "Expired, nobody accepted"),
          Map.entry("DELIVERY_LAPSES", "Given back, nothing was delivered"),
          Map.entry("INSPECTION_LAPSES", "Approved by itself"),
          Map.entry("SPLIT_LAPSES", "Proposal lapsed"),
          Map.entry("ANSWER_LAPSES", "No answer came"),
          Map.entry("RULING_LAPSES", "No ruling came in time"),
          Map.entry("GIVE_BACK", "Given back"));

  /** {@code 1,200.5}. */
  public String credits(@Nullable Credits credits) {
    return credits == null ? NONE : grouped(new BigDecimal(credits.toString()));
  }

  /** {@code +20} or {@code −20}: a change. */
  public String change(Credits credits) {
    String shown = credits(credits);
    return credits.isPositive() ? "+" + shown : shown.replace("-", "−");
  }

  /** {@code +1,200.5} or {@code −20}: a change in whichever unit, of the API's text. */
  public String amount(String change) {
    BigDecimal number = new BigDecimal(change);
    String shown = grouped(number).replace("-", "−");
    return number.signum() > 0 ? "+" + shown : shown;
  }

  /** The dollars of credits at par, rounded down to cents: {@code $120.05}. */
  public String par(@Nullable Credits credits) {
    if (credits == null) {
      return NONE;
    }
    return dollars(credits.micros() / Credits.MICROS_PER_CENT);
  }

  /** {@code $1,200.50}. */
  public String usd(@Nullable Usd usd) {
    return usd == null ? NONE : dollars(usd.cents());
  }

  /** {@code 29 Nov 2026, 04:11 UTC}. */
  public String time(@Nullable Instant at) {
    return at == null ? "never" : UTC.format(at);
  }

  /** {@code 3 %} of 300 basis points. */
  public String percent(int basisPoints) {
    return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + " %";
  }

  /** {@code Awaiting payment} of {@code AWAITING_PAYMENT}. */
  public String words(@Nullable String constant) {
    if (constant == null || constant.isEmpty()) {
      return NONE;
    }
    String lower = constant.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  /** Enough of an id to tell it from others at a glance: {@code agt_0199…c4f2}. */
  public String shortId(@Nullable String id) {
    return id == null ? NONE : shortened(id);
  }

  static String shortened(String id) {
    return id.length() <= 16 ? id : id.substring(0, 8) + "…" + id.substring(id.length() - 6);
  }

  /** {@code 29 Nov}. */
  public String day(LocalDate day) {
    return DAY.format(day);
  }

  /** What happens at a deadline of an order, by the API's name of it. */
  public String deadline(String name) {
    return switch (name) {
      case "deliverBy" -> "Promised by";
      case "quoteUntil", "acceptBy" -> "Expires unless accepted";
      case "refundAt" -> "Given back unless delivered";
      case "inspectUntil" -> "Approved by itself";
      case "splitUntil" -> "Proposal lapses";
      case "answerBy" -> "Answer by";
      case "ruleBy" -> "Ruling by";
      case "reviewUntil" -> "Reviews until";
      case "giveBackAt" -> "Given back";
      default -> words(name);
    };
  }

  /** What happened to an order, by the API's name of it. */
  public String happening(String event) {
    return HAPPENINGS.getOrDefault(event, words(event));
  }

  /** What an alert rule watches, before its threshold. */
  public String watched(String kind) {
    return switch (kind) {
      case "LOW_BALANCE" -> "Balance below";
      case "SPENT_TODAY" -> "Spent in a day, at least";
      case "SPENT_THIS_MONTH" -> "Spent in a month, at least";
      default -> words(kind);
    };
  }

  /** How far the decision about dollars that came back is. */
  public String returnState(String status) {
    return switch (status) {
      case "FOUND" -> "Just found";
      case "OWED" -> "To decide";
      case "ASKED" -> "To approve";
      case "SETTLING" -> "Being settled";
      default -> words(status);
    };
  }

  /** What becomes of dollars that came back. */
  public String returnOutcome(String outcome) {
    return switch (outcome) {
      case "PAY_AGAIN" -> "pay again";
      case "CREDITS" -> "credits back to the agent";
      case "KEEP" -> "Agora keeps it";
      default -> words(outcome);
    };
  }

  /** How a state is to be taken: {@code good}, {@code bad}, {@code warn}, or nothing of it. */
  public String mood(@Nullable String status) {
    return MOODS.getOrDefault(String.valueOf(status), "");
  }

  /** What part of a whole is used, from 0 to 100. */
  public long share(Credits part, Credits whole) {
    double share = (double) Math.max(0, part.micros()) / Math.max(1, whole.micros());
    return Math.round(Math.min(1, share) * FULL);
  }

  /** The numbers of days that figures can be of. */
  public List<Integer> periods() {
    return PERIODS;
  }

  private static Map<String, String> moods() {
    Map<String, String> moods = new HashMap<>();
    List.of("ACTIVE", "COMPLETED", "PAID", "ON", "POSTED", "APPROVED")
        .forEach(good -> moods.put(good, "good"));
    List.of("FROZEN", "FAILED", "REJECTED", "EXPIRED", "DISPUTED", "QUARANTINED")
        .forEach(bad -> moods.put(bad, "bad"));
    List.of(
            "AWAITING_PAYMENT",
            "DELIVERED",
            "PAST_DUE",
            "ONBOARDING",
            "RESTRICTED",
            "REVIEW",
            "APPROVAL",
            "UNKNOWN",
            "PENDING",
            "REQUESTED")
        .forEach(open -> moods.put(open, "warn"));
    return Map.copyOf(moods);
  }

  private static String dollars(long cents) {
    String sign = cents < 0 ? "−" : "";
    long whole = Math.abs(cents) / CENTS_PER_DOLLAR;
    return "%s$%,d.%02d".formatted(sign, whole, Math.abs(cents) % CENTS_PER_DOLLAR);
  }

  private static String grouped(BigDecimal number) {
    String plain = number.toPlainString();
    int dot = plain.indexOf('.');
    String whole = "%,d".formatted(number.toBigInteger());
    String sign = number.signum() < 0 && number.toBigInteger().signum() == 0 ? "-" : "";
    return sign + whole + (dot < 0 ? "" : plain.substring(dot));
  }
}
