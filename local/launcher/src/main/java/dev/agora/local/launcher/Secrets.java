package dev.agora.local.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Passwords, peppers and webhook secrets of one local system: made once, kept in a file of mode
 * 600.
 */
public final class Secrets {
  private static final int BYTES = 32;

  private final Path file;
  private final Map<String, String> values = new TreeMap<>();

  public Secrets(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      PrivateFile.read(file).lines().forEach(this::remember);
    }
  }

  synchronized String databasePassword(String role) {
    return value("database." + role, () -> RandomText.hex(BYTES));
  }

  synchronized String credentialPepper() {
    return value("credential-pepper", () -> RandomText.base64(BYTES));
  }

  synchronized String portalKey() {
    return value("portal-key", () -> RandomText.base64(BYTES));
  }

  synchronized String portalSourceKey() {
    return value("portal-source-key", () -> RandomText.base64(BYTES));
  }

  synchronized String stripeKey() {
    return value("stripe-key", () -> "sk_test_" + RandomText.hex(BYTES));
  }

  synchronized String webhookSecret() {
    return value("webhook-secret", () -> "whsec_" + RandomText.hex(BYTES));
  }

  synchronized String connectWebhookSecret() {
    return value("connect-webhook-secret", () -> "whsec_" + RandomText.hex(BYTES));
  }

  private String value(String name, Supplier<String> fresh) {
    String known = values.get(name);
    if (known != null) {
      return known;
    }
    String made = fresh.get();
    values.put(name, made);
    String lines =
        values.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("\n"));
    PrivateFile.write(file, lines + "\n");
    return made;
  }

  private void remember(String line) {
    int equals = line.indexOf('=');
    if (equals > 0) {
      values.put(line.substring(0, equals), line.substring(equals + 1));
    }
  }
}
