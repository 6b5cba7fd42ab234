/** What is on offer: publishing, changing and withdrawing a listing. */
@NullMarked
package dev.agora.marketplace.listing;

import org.jspecify.annotations.NullMarked;
