package dev.agora.accounts.mail;

import dev.agora.accounts.mail.Delivery.Delivered;
import dev.agora.accounts.mail.Delivery.Failed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Supplier;

/** Puts letters into a folder, for one machine without a mail server; each appears whole. */
final class FolderPostman implements Postman {

  private final Path folder;
  private final String from;
  private final Supplier<UUID> newIds;
  private final Clock clock;

  FolderPostman(Path folder, String from, Supplier<UUID> newIds, Clock clock) {
    this.folder = folder;
    this.from = from;
    this.newIds = newIds;
    this.clock = clock;
  }

  @Override
  public Delivery deliver(Letter letter) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
    String message =
        "Date: %s\nFrom: %s\nTo: %s\nSubject: %s\nContent-Type: text/plain; charset=UTF-8\n\n%s"
            .formatted(date, from, letter.to(), letter.subject(), letter.text());
    String name = newIds.get().toString();
    try {
      Files.createDirectories(folder);
      Path draft =
          Files.createFile(
              folder.resolve(name + ".draft"),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, message, StandardCharsets.UTF_8);
      Files.move(draft, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
      return new Delivered();
    } catch (IOException unwritable) {
      return new Failed(unwritable.getClass().getSimpleName());
    }
  }
}
