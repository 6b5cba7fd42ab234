/** The humans' web pages, a client of the public API like any other. */
@NullMarked
package dev.agora.portal;

import org.jspecify.annotations.NullMarked;
