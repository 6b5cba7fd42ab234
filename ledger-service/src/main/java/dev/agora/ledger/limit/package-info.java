/** What an owner lets its agent do: limits, freezing, closing. */
@NullMarked
package dev.agora.ledger.limit;

import org.jspecify.annotations.NullMarked;
