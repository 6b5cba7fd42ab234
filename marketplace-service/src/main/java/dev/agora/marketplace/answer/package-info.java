/** Answers to callers who waited a moment for what a saga would say. */
@NullMarked
package dev.agora.marketplace.answer;

import org.jspecify.annotations.NullMarked;
