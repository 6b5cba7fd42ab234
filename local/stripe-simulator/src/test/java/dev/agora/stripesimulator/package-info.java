/** The Stripe stand-in driven as its users do: by stripe-java, browsers and webhook receivers. */
@NullMarked
package dev.agora.stripesimulator;

import org.jspecify.annotations.NullMarked;
