package dev.agora.ledger.audit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One row of PostgreSQL's binary COPY, its columns read in their order. Cheaper than a result set
 * by far: one array per row, and no object per column.
 */
final class BinaryRow {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  /** Signature, flags and the length of an empty extension, before the first row. */
  private static final int HEADER = 19;

  private static final int END = -1;
  private static final int NULL = -1;

  /** PostgreSQL counts time from the year 2000. */
  private static final long EPOCH_MICROS = 946_684_800_000_000L;

  private byte[] bytes = {};
  private int at;
  private boolean started;

  /** Takes what the server sent; false if it was the end. */
  boolean take(byte[] message) {
    bytes = message;
    at = started ? 0 : HEADER;
    started = true;
    int columns = (short) SHORT.get(bytes, at);
    at += Short.BYTES;
    return columns != END;
  }

  /** A column of any integer type that is not null. */
  long number() {
    int length = length();
    long value =
        switch (length) {
          case Long.BYTES -> (long) LONG.get(bytes, at);
          case Integer.BYTES -> (int) INT.get(bytes, at);
          case Short.BYTES -> (short) SHORT.get(bytes, at);
          default -> throw new IllegalStateException("a number of " + length + " bytes");
        };
    at += length;
    return value;
  }

  @Nullable Long numberOrNull() {
    return isNull() ? null : (Long) number();
  }

  /** A timestamptz, in microseconds of Java's epoch. */
  long micros() {
    return number() + EPOCH_MICROS;
  }

  String text() {
    int length = length();
    String value = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return value;
  }

  @Nullable String textOrNull() {
    return isNull() ? null : text();
  }

  byte[] binary() {
    int length = length();
    byte[] value = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return value;
  }

  /** Whether the next column is null, which is then behind us. */
  boolean isNull() {
    if ((int) INT.get(bytes, at) != NULL) {
      return false;
    }
    at += Integer.BYTES;
    return true;
  }

  private int length() {
    int length = (int) INT.get(bytes, at);
    at += Integer.BYTES;
    return length;
  }
}
