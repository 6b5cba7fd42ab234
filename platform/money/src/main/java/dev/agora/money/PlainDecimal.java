package dev.agora.money;

import java.util.Locale;
import java.util.regex.Pattern;

/** Reads and writes a plain decimal as a whole number of its smallest unit, without rounding. */
final class PlainDecimal {

  /** ASCII digits only: other scripts' digits, exponents, signs and separators are refused. */
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,32}(\\.[0-9]{1,32})?");

  private PlainDecimal() {}

  static long parseAmount(String text, int decimals, long max, String unit) {
    long units = parse(text, decimals, max, unit);
    if (units <= 0 || text.startsWith("-")) {
      throw new InvalidAmountException("must be above zero");
    }
    return units;
  }

  static long parse(String text, int decimals, long max, String unit) {
    if (!PLAIN.matcher(text).matches()) {
      throw new InvalidAmountException("must be a plain decimal of " + unit + ", such as \"20.5\"");
    }
    boolean negative = text.startsWith("-");
    String digits = negative ? text.substring(1) : text;
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    String fraction = point < 0 ? "" : digits.substring(point + 1);
    if (fraction.length() > decimals) {
      throw new InvalidAmountException(
          String.format(Locale.ROOT, "must have at most %d decimals", decimals));
    }
    String units = stripLeadingZeros(whole + fraction + "0".repeat(decimals - fraction.length()));
    // 19 digits may overflow a long; the limits of both currencies have at most 19.
    if (units.length() > 19 || (units.length() == 19 && units.compareTo(Long.toString(max)) > 0)) {
      throw tooLarge(max, decimals, unit);
    }
    long magnitude = units.isEmpty() ? 0 : Long.parseLong(units);
    if (magnitude > max) {
      throw tooLarge(max, decimals, unit);
    }
    return negative ? -magnitude : magnitude;
  }

  static String format(long units, int decimals, int minDecimals) {
    String digits = Long.toString(Math.abs(units));
    if (digits.length() <= decimals) {
      digits = "0".repeat(decimals - digits.length() + 1) + digits;
    }
    String whole = digits.substring(0, digits.length() - decimals);
    int end = digits.length();
    while (end > whole.length() + minDecimals && digits.charAt(end - 1) == '0') {
      end--;
    }
    String fraction = digits.substring(whole.length(), end);
    return (units < 0 ? "-" : "") + whole + (fraction.isEmpty() ? "" : "." + fraction);
  }

  private static InvalidAmountException tooLarge(long max, int decimals, String unit) {
    return new InvalidAmountException("must be at most " + format(max, decimals, 0) + " " + unit);
  }

  private static String stripLeadingZeros(String digits) {
    int start = 0;
    while (start < digits.length() && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }
}
