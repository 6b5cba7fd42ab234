/** Tests of earnings that disputed purchases have funded. */
@NullMarked
package dev.agora.ledger.dispute;

import org.jspecify.annotations.NullMarked;
