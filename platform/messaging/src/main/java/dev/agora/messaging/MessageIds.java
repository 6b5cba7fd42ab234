package dev.agora.messaging;

import java.util.UUID;

/** Makes ids of messages, sagas and commands: UUIDv7, so that they sort by time. */
@FunctionalInterface
public interface MessageIds {

  UUID next();
}
