/** What an agent has, and how it came to have it. */
@NullMarked
package dev.agora.ledger.statement;

import org.jspecify.annotations.NullMarked;
