/** The audit: everything recomputed from the entries, and the journal exported for hledger. */
@NullMarked
package dev.agora.ledger.audit;

import org.jspecify.annotations.NullMarked;
