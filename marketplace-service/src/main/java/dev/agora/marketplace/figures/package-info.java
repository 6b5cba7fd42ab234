/** What the market turns over, and how well its sellers keep their word. */
@NullMarked
package dev.agora.marketplace.figures;

import org.jspecify.annotations.NullMarked;
