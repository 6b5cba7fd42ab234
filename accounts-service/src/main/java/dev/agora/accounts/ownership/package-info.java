/** How an agent without an owner comes to be, and comes to have one. */
@NullMarked
package dev.agora.accounts.ownership;

import org.jspecify.annotations.NullMarked;
