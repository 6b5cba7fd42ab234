package dev.agora.accounts.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.web.util.HtmlUtils;

/**
 * The mails of the folder as a page on the management port, for one machine without a mail server.
 * Codes are in them, so that it exists only where it was asked for.
 */
@Endpoint(id = "mails")
final class MailsEndpoint {

  private static final int SHOWN_MAX = 100;

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>Mails</title>
      <h1>Mails, newest first</h1>
      %s
      """;

  private final Path folder;

  MailsEndpoint(Path folder) {
    this.folder = folder;
  }

  /** The newest ones: their names begin with the time. */
  @ReadOperation(produces = "text/html;charset=UTF-8")
  String show() {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> newest =
          files
              .filter(file -> file.toString().endsWith(".eml"))
              .sorted(Comparator.comparing(Path::getFileName).reversed())
              .limit(SHOWN_MAX)
              .toList();
      return PAGE.formatted(
          newest.isEmpty()
              ? "<p>None yet.</p>"
              : newest.stream().map(MailsEndpoint::article).collect(Collectors.joining("\n")));
    } catch (IOException noFolderYet) {
      return PAGE.formatted("<p>None yet.</p>");
    }
  }

  /** Whatever is in it, people's names too, is text. */
  private static String article(Path mail) {
    try {
      return "<article><pre>%s</pre></article><hr>"
          .formatted(HtmlUtils.htmlEscape(Files.readString(mail), "UTF-8"));
    } catch (IOException gone) {
      return "";
    }
  }
}
