/** Which path leads where, and how a request is passed on within limits. */
@NullMarked
package dev.agora.gateway.route;

import org.jspecify.annotations.NullMarked;
