/** Named places where a crash test may stop the process. */
@NullMarked
package dev.agora.messaging.failpoint;

import org.jspecify.annotations.NullMarked;
