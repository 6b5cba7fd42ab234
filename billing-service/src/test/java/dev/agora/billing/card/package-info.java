/** Tests of saved cards. */
@NullMarked
package dev.agora.billing.card;

import org.jspecify.annotations.NullMarked;
