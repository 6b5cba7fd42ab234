/** How the protocol is read, in milliseconds. */
@NullMarked
package dev.agora.stripesimulator.http;

import org.jspecify.annotations.NullMarked;
