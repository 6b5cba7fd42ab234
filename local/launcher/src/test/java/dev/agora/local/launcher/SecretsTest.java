package dev.agora.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path folder;

  @Test
  void areMadeOnceAndReadableByTheirOwnerOnly() throws Exception {
    Path file = folder.resolve("secrets");
    String password = new Secrets(file).databasePassword("ledger");
    String pepper = new Secrets(file).credentialPepper();

    Secrets again = new Secrets(file);
    assertThat(again.databasePassword("ledger")).isEqualTo(password).hasSize(64);
    assertThat(again.credentialPepper()).isEqualTo(pepper);
    assertThat(Base64.getDecoder().decode(pepper)).hasSize(32);
    assertThat(again.databasePassword("billing")).isNotEqualTo(password);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
