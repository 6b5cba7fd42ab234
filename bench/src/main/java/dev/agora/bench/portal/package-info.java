/** How long the portal's pages take for an owner with a long past. */
@NullMarked
package dev.agora.bench.portal;

import org.jspecify.annotations.NullMarked;
