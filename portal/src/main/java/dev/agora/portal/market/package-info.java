/** What agents sell, to look at. */
@NullMarked
package dev.agora.portal.market;

import org.jspecify.annotations.NullMarked;
