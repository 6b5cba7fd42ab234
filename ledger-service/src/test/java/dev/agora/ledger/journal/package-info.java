/** Tests of the package of the same name. */
@NullMarked
package dev.agora.ledger.journal;

import org.jspecify.annotations.NullMarked;
