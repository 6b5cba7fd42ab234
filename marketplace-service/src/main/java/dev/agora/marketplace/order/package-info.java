/** An order under escrow, from the quote to its settlement: one state machine and its clock. */
@NullMarked
package dev.agora.marketplace.order;

import org.jspecify.annotations.NullMarked;
