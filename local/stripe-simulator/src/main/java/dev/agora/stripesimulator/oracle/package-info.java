/** Whether JSON is what Stripe's own client says Stripe sends. */
@NullMarked
package dev.agora.stripesimulator.oracle;

import org.jspecify.annotations.NullMarked;
