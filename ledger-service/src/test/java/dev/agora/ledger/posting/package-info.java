/** Tests of the package of the same name. */
@NullMarked
package dev.agora.ledger.posting;

import org.jspecify.annotations.NullMarked;
