package dev.agora.messaging.outbox;

/**
 * A kind of event that this service publishes, declared as a constant.
 *
 * @param topic such as {@code accounts.events.v1}
 * @param name such as {@code accounts.agent-changed}
 * @param schemaVersion of its payload, from 1
 */
public record EventType(String topic, String name, int schemaVersion) {}
