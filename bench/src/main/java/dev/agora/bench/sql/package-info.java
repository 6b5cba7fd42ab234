/** The baselines: the same work in plain SQL, with none of our rules. */
@NullMarked
package dev.agora.bench.sql;

import org.jspecify.annotations.NullMarked;
