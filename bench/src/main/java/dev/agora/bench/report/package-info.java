/** What every measurement ends in: figures, and the page that keeps them. */
@NullMarked
package dev.agora.bench.report;

import org.jspecify.annotations.NullMarked;
