/** Tests of what agents and owners read. */
@NullMarked
package dev.agora.ledger.statement;

import org.jspecify.annotations.NullMarked;
