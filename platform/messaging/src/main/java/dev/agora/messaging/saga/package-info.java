/** Long processes as definitions: steps, their undoing, deadlines, and a way out for operators. */
@NullMarked
package dev.agora.messaging.saga;

import org.jspecify.annotations.NullMarked;
