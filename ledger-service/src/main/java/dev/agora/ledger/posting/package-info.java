/** The pure engine: what a posting does to the ledger, as a function without side effects. */
@NullMarked
package dev.agora.ledger.posting;

import org.jspecify.annotations.NullMarked;
