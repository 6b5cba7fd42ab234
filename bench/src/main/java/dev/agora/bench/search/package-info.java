/** Searches among many listings. */
@NullMarked
package dev.agora.bench.search;

import org.jspecify.annotations.NullMarked;
