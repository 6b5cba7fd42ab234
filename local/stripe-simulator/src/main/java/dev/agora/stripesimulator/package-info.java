/** The Stripe stand-in as a program and as something tests start. */
@NullMarked
package dev.agora.stripesimulator;

import org.jspecify.annotations.NullMarked;
