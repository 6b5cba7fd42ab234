/** What the hosted pages have in common. */
@NullMarked
package dev.agora.stripesimulator.page;

import org.jspecify.annotations.NullMarked;
