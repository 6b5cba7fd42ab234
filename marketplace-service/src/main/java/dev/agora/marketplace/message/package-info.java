/** What buyer and seller of an order say to each other; kept for whoever judges. */
@NullMarked
package dev.agora.marketplace.message;

import org.jspecify.annotations.NullMarked;
