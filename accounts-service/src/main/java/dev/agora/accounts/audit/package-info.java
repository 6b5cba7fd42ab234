/** Who did what to whom: an append-only log whose entries vouch for each other. */
@NullMarked
package dev.agora.accounts.audit;

import org.jspecify.annotations.NullMarked;
