/** The reasons for which the market says no. */
@NullMarked
package dev.agora.marketplace.problem;

import org.jspecify.annotations.NullMarked;
