/** What the Stripe stand-in says, against what Stripe's own libraries say that Stripe says. */
@NullMarked
package dev.agora.conformance;

import org.jspecify.annotations.NullMarked;
