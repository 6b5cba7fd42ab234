/** Measurements of the goals, as programs that write docs/benchmarks.md. */
@NullMarked
package dev.agora.bench;

import org.jspecify.annotations.NullMarked;
