/** How long a committed message takes to its consumer (goals.md, S5). */
@NullMarked
package dev.agora.bench.outbox;

import org.jspecify.annotations.NullMarked;
