package dev.agora.messaging.saga;

import java.util.function.Function;

/**
 * A command that a saga sends, declared as a constant.
 *
 * @param topic of the participant, such as {@code ledger.commands.v1}
 * @param name the wire name, such as {@code ledger.place-hold}
 * @param schemaVersion of the payload, from 1
 * @param payload the sender's wire record
 * @param key the partition key of a payload: the aggregate that the participant will lock. An undo
 *     has the same key as the command that it undoes.
 */
public record CommandType<P>(
    String topic, String name, int schemaVersion, Class<P> payload, Function<P, String> key) {}
