/** The same request twice has one effect and one answer. */
@NullMarked
package dev.agora.http.idempotency;

import org.jspecify.annotations.NullMarked;
