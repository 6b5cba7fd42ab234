/** How fast credits move, against plain SQL on the same PostgreSQL (goals.md, S1 to S4). */
@NullMarked
package dev.agora.bench.ledger;

import org.jspecify.annotations.NullMarked;
