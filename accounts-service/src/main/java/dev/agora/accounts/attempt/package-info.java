/** How often things may be tried, counted for all replicas together. */
@NullMarked
package dev.agora.accounts.attempt;

import org.jspecify.annotations.NullMarked;
