/** How often a caller may come. */
@NullMarked
package dev.agora.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
