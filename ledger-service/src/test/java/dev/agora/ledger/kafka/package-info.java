/** Tests of the package of the same name. */
@NullMarked
package dev.agora.ledger.kafka;

import org.jspecify.annotations.NullMarked;
