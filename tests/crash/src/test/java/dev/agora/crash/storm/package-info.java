/** Random operations on a running ledger that is killed meanwhile, replayable from their seed. */
@NullMarked
package dev.agora.crash.storm;

import org.jspecify.annotations.NullMarked;
