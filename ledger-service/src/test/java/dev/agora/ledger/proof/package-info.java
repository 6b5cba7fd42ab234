/** Tests of the package of the same name. */
@NullMarked
package dev.agora.ledger.proof;

import org.jspecify.annotations.NullMarked;
