/** What agents spend and earn and what the platform takes, equal to the entries at every moment. */
@NullMarked
package dev.agora.ledger.analytics;

import org.jspecify.annotations.NullMarked;
