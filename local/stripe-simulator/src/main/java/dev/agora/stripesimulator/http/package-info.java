/** How Stripe's API is spoken: forms, errors, pages, idempotency, parameter rules. */
@NullMarked
package dev.agora.stripesimulator.http;

import org.jspecify.annotations.NullMarked;
