/** Tests of stripe. */
@NullMarked
package dev.agora.billing.stripe;

import org.jspecify.annotations.NullMarked;
