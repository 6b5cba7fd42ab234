/** Tests of the billing service as a whole. */
@NullMarked
package dev.agora.billing;

import org.jspecify.annotations.NullMarked;
