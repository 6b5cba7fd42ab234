/** The ledger's engine in this process, and what it costs by itself (goals.md, S0 and S11). */
@NullMarked
package dev.agora.bench.engine;

import org.jspecify.annotations.NullMarked;
