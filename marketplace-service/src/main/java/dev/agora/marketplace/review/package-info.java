/** What buyer and seller say about a completed order, blind until both have spoken. */
@NullMarked
package dev.agora.marketplace.review;

import org.jspecify.annotations.NullMarked;
