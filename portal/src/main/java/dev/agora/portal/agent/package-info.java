/** A human's agents: their keys, limits, top-ups and the freeze button. */
@NullMarked
package dev.agora.portal.agent;

import org.jspecify.annotations.NullMarked;
