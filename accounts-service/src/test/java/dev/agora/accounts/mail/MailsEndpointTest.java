package dev.agora.accounts.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailsEndpointTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void theNewestIsFirstAndDraftsAreNotShown() throws IOException {
    Files.writeString(folder.resolve("01.eml"), "Subject: older");
    Files.writeString(folder.resolve("02.eml"), "Subject: newer");
    Files.writeString(folder.resolve("03.draft"), "Subject: draft");

    assertThat(new MailsEndpoint(folder).show())
        .containsSubsequence("newer", "older")
        .doesNotContain("draft");
  }

  @Test
  void whatAMailSaysIsText() throws IOException {
    Files.writeString(folder.resolve("01.eml"), "<script>alert(1)</script> & Zoë");

    assertThat(new MailsEndpoint(folder).show())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Zoë")
        .doesNotContain("<script>");
  }

  @Test
  void aFolderThatIsNotThereYetHasNone() {
    assertThat(new MailsEndpoint(folder.resolve("later")).show()).contains("None yet");
  }
}
