/** Where an owner's dollars go, and whether they can go there. */
@NullMarked
package dev.agora.payout.destination;

import org.jspecify.annotations.NullMarked;
