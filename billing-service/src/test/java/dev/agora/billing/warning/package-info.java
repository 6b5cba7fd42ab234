/** Tests of warning. */
@NullMarked
package dev.agora.billing.warning;

import org.jspecify.annotations.NullMarked;
