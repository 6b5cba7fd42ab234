/** Why the ledger says no over HTTP. */
@NullMarked
package dev.agora.ledger.problem;

import org.jspecify.annotations.NullMarked;
