/** An agent whose credits run low is topped up by itself, as its owner said. */
@NullMarked
package dev.agora.billing.topup;

import org.jspecify.annotations.NullMarked;
