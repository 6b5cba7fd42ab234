/** Finding listings by words, tags, category and price, with the reasons for each rank. */
@NullMarked
package dev.agora.marketplace.search;

import org.jspecify.annotations.NullMarked;
