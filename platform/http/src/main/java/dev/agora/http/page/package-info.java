/** Cursor pages that stay stable while rows arrive. */
@NullMarked
package dev.agora.http.page;

import org.jspecify.annotations.NullMarked;
