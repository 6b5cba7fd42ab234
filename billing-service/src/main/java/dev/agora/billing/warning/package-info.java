/** What banks warn of before they dispute it, and the money that goes back at once. */
@NullMarked
package dev.agora.billing.warning;

import org.jspecify.annotations.NullMarked;
