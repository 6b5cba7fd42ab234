/** The gateway's own refusals and failures, as RFC 9457 problems. */
@NullMarked
package dev.agora.gateway.problem;

import org.jspecify.annotations.NullMarked;
