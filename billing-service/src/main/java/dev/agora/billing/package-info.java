/** Credits bought through Stripe. */
@NullMarked
package dev.agora.billing;

import org.jspecify.annotations.NullMarked;
