/** Whose credits a request is about. */
@NullMarked
package dev.agora.payout.agent;

import org.jspecify.annotations.NullMarked;
