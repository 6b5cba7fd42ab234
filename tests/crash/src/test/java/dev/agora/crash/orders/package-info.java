/** Orders and the ledger's own function in one process, and every sequence that chance finds. */
@NullMarked
package dev.agora.crash.orders;

import org.jspecify.annotations.NullMarked;
