package dev.agora.accounts.key;

import java.net.InetAddress;
import java.util.Optional;

/**
 * From where a key may be used.
 *
 * @param text an address with the number of bits that count, such as {@code 192.0.2.0/24}
 */
record IpRange(String text) {

  /** Reads an address, which is a range of one, or a range; empty for anything else. */
  static Optional<IpRange> parse(String text) {
    int slash = text.indexOf('/');
    try {
      InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      int length = network.getAddress().length * Byte.SIZE;
      int bits = slash < 0 ? length : Integer.parseInt(text.substring(slash + 1));
      return bits < 0 || bits > length
          ? Optional.empty()
          : Optional.of(new IpRange(network.getHostAddress() + '/' + bits));
    } catch (IllegalArgumentException noRange) {
      return Optional.empty();
    }
  }
}
