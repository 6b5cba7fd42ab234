/** The public API as any program would use it, and the pages of the Stripe stand-in. */
@NullMarked
package dev.agora.local.launcher.client;

import org.jspecify.annotations.NullMarked;
