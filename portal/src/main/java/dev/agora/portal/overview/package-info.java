/** The first page: what there is, what is spent, and how long it lasts. */
@NullMarked
package dev.agora.portal.overview;

import org.jspecify.annotations.NullMarked;
