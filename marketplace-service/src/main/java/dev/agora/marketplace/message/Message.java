package dev.agora.marketplace.message;

import dev.agora.marketplace.order.Party;
import java.time.Instant;

/**
 * What one side said to the other.
 *
 * @param number counts the order's messages, from 1
 * @param party who said it, {@code BUYER} or {@code SELLER}
 * @param text in their words
 * @param at when
 */
public record Message(int number, Party party, String text, Instant at) {}
