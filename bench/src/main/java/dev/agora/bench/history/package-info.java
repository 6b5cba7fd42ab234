/** What a long past costs: payments, pages of a history, and the audit (goals.md, S8, S9, S12). */
@NullMarked
package dev.agora.bench.history;

import org.jspecify.annotations.NullMarked;
