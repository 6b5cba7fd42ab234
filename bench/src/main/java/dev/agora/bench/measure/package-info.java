/** Workers that do the same call over and over, what they count, and rounds of them in turn. */
@NullMarked
package dev.agora.bench.measure;

import org.jspecify.annotations.NullMarked;
