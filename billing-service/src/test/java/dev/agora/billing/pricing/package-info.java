/** Tests of prices. */
@NullMarked
package dev.agora.billing.pricing;

import org.jspecify.annotations.NullMarked;
