/** Events, the endpoints that want them, and getting them there. */
@NullMarked
package dev.agora.stripesimulator.webhook;

import org.jspecify.annotations.NullMarked;
