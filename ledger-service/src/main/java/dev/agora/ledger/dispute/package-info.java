/** What disputed purchases have paid for, frozen in their payees' hands until the bank decides. */
@NullMarked
package dev.agora.ledger.dispute;

import org.jspecify.annotations.NullMarked;
