package dev.agora.accounts.human;

import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Hashes passwords with Argon2id and OWASP's parameters (19 MiB, two passes, one lane), a few at a
 * time, so that no flood of sign-ins takes the machine.
 */
@Service
class Passwords {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  private final PasswordProperties properties;
  private final Semaphore turns;

  /** Compared with where there is no account, so that both cases take the same time. */
  private final String nobodysHash;

  Passwords(PasswordProperties properties) {
    this.properties = properties;
    this.turns = new Semaphore(properties.atOnce());
    this.nobodysHash = argon2.encode("nobody has this password");
  }

  /** The hash to store; empty if no turn came in time. */
  Optional<String> hash(String password) {
    return inTurn(() -> argon2.encode(normal(password)));
  }

  /**
   * Whether a password is right; empty if no turn came in time.
   *
   * @param storedHash null if there is no account: the answer is no, after the same work
   */
  Optional<Boolean> matches(String password, @Nullable String storedHash) {
    String compared = storedHash == null ? nobodysHash : storedHash;
    return inTurn(() -> argon2.matches(normal(password), compared) && storedHash != null);
  }

  /** Whether a stored hash was made with other parameters than today's. */
  boolean isOutdated(String storedHash) {
    return argon2.upgradeEncoding(storedHash);
  }

  /** The same characters have several encodings, and keyboards differ in which they send. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> Optional<T> inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(properties.waitAtMost().toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      turns.release();
    }
  }
}
