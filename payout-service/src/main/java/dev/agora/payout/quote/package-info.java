/**
 * What credits give in dollars: which amounts convert, at which terms, and quotes that hold them.
 */
@NullMarked
package dev.agora.payout.quote;

import org.jspecify.annotations.NullMarked;
