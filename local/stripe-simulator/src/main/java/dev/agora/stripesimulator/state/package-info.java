/** Everything the simulated Stripe remembers, its clock and its ids. */
@NullMarked
package dev.agora.stripesimulator.state;

import org.jspecify.annotations.NullMarked;
