/** How long a card payment takes to be spendable credits (goals.md, S6). */
@NullMarked
package dev.agora.bench.purchase;

import org.jspecify.annotations.NullMarked;
