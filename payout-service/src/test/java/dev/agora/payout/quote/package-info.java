/** Tests of what credits give. */
@NullMarked
package dev.agora.payout.quote;

import org.jspecify.annotations.NullMarked;
