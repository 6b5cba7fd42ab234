/** What owners want to be told of their agents' credits, and telling them once. */
@NullMarked
package dev.agora.accounts.alert;

import org.jspecify.annotations.NullMarked;
