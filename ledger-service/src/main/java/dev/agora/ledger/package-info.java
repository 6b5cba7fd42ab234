/** The ledger service: the money, and every rule of what it does. */
@NullMarked
package dev.agora.ledger;

import org.jspecify.annotations.NullMarked;
