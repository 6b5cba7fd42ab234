/** The agents and their owners, as accounts-service tells of them. */
@NullMarked
package dev.agora.ledger.agent;

import org.jspecify.annotations.NullMarked;
