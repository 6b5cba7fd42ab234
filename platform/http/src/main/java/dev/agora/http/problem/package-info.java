/** Answers that say no: RFC 9457 problems with stable codes. */
@NullMarked
package dev.agora.http.problem;

import org.jspecify.annotations.NullMarked;
