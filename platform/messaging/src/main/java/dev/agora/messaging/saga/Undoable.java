package dev.agora.messaging.saga;

import java.util.UUID;

/** A step that happened, or may have, with the id of the command that its undo will name. */
record Undoable(String step, UUID commandId) {}
