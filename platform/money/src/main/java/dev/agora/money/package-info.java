/** Credits, US dollars, fee rates and the guards of the economy, exact to the last micro-credit. */
@NullMarked
package dev.agora.money;

import org.jspecify.annotations.NullMarked;
