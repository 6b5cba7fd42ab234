/** Above which amounts owners want to be asked before their agents' credits become dollars. */
@NullMarked
package dev.agora.payout.approval;

import org.jspecify.annotations.NullMarked;
