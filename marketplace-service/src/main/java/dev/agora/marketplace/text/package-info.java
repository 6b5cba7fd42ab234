/** What a text may contain that callers send and others will read. */
@NullMarked
package dev.agora.marketplace.text;

import org.jspecify.annotations.NullMarked;
