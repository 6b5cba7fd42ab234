/** Tests of the package of the same name. */
@NullMarked
package dev.agora.ledger.analytics;

import org.jspecify.annotations.NullMarked;
