package dev.agora.accounts.credential;

import java.security.SecureRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret as its holder sees it, once: {@code agora_live_<id>_<secret><checksum>}.
 *
 * @param id public, 16 characters
 * @param signed everything before the checksum; what the stored hash covers
 */
public record CredentialText(String id, String signed) {

  private static final int ID_LENGTH = 16;

  /** 43 characters of base 62 carry 256 bits. */
  private static final int SECRET_LENGTH = 43;

  private static final Pattern SIGNED =
      Pattern.compile("agora_[a-z]+_([0-9A-Za-z]{12,32})_[0-9A-Za-z]{43,}");

  static CredentialText random(CredentialKind kind, SecureRandom random) {
    String id = Base62.random(random, ID_LENGTH);
    return new CredentialText(id, kind.prefix() + id + '_' + Base62.random(random, SECRET_LENGTH));
  }

  /**
   * The text before its checksum.
   *
   * @throws IllegalArgumentException if it has not the form of a credential
   */
  static CredentialText ofSigned(String signed) {
    Matcher matcher = SIGNED.matcher(signed);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not the form of a credential");
    }
    return new CredentialText(matcher.group(1), signed);
  }

  /** What the holder keeps. */
  public String text() {
    return signed + Base62.checksum(signed);
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "credential " + id;
  }
}
