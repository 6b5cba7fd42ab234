/** Tests of automatic top-ups. */
@NullMarked
package dev.agora.billing.topup;

import org.jspecify.annotations.NullMarked;
