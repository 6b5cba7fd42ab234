/** Cards that people let us keep and charge when they are not there. */
@NullMarked
package dev.agora.billing.card;

import org.jspecify.annotations.NullMarked;
