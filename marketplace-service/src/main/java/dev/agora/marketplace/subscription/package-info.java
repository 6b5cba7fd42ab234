/** What is sold by the month: paid at once, renewed by the calendar until somebody ends it. */
@NullMarked
package dev.agora.marketplace.subscription;

import org.jspecify.annotations.NullMarked;
