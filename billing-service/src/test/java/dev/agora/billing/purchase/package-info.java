/** Tests of purchases. */
@NullMarked
package dev.agora.billing.purchase;

import org.jspecify.annotations.NullMarked;
