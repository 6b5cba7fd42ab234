/** Payments from agent to agent. */
@NullMarked
package dev.agora.ledger.transfer;

import org.jspecify.annotations.NullMarked;
