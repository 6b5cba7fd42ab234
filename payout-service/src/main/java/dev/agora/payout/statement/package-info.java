/** What owners were paid, by year, for themselves, their tax papers and the platform's. */
@NullMarked
package dev.agora.payout.statement;

import org.jspecify.annotations.NullMarked;
