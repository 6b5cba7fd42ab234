/** The processes that a benchmark starts for itself: servers, single services, the audit. */
@NullMarked
package dev.agora.bench.system;

import org.jspecify.annotations.NullMarked;
