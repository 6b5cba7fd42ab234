/** What credits cost. */
@NullMarked
package dev.agora.billing.pricing;

import org.jspecify.annotations.NullMarked;
