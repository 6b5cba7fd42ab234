package dev.agora.marketplace.schema;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Regular expressions of other people, which may take years on the right text: all matches within
 * {@link #within} together give up after a while.
 */
final class PatientPatterns implements RegularExpressionFactory {

  /** How many characters are looked at between two looks at the clock. */
  private static final int PACE = 1024;

  private static final ScopedValue<Long> DEADLINE = ScopedValue.newInstance();

  /** The matches took too long. */
  static final class OutOfPatience extends RuntimeException {

    private static final long serialVersionUID = 1;

    OutOfPatience() {
      super("matching took too long", null, false, false);
    }
  }

  /**
   * Does something that matches patterns, also many.
   *
   * @throws OutOfPatience if that takes longer
   */
  static <T> T within(Duration patience, Supplier<T> matching) {
    return ScopedValue.where(DEADLINE, System.nanoTime() + patience.toNanos()).call(matching::get);
  }

  @Override
  public RegularExpression getRegularExpression(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return text -> pattern.matcher(new Timed(text)).find();
  }

  /** A text that can be read until the deadline only. */
  private static final class Timed implements CharSequence {

    private final CharSequence text;
    private int reads;

    Timed(CharSequence text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      reads++;
      if (reads % PACE == 0 && System.nanoTime() - DEADLINE.get() > 0) {
        throw new OutOfPatience();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new Timed(text.subSequence(from, to));
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
