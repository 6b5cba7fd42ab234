/** What each account owns, transaction by transaction. */
@NullMarked
package dev.agora.stripesimulator.balance;

import org.jspecify.annotations.NullMarked;
