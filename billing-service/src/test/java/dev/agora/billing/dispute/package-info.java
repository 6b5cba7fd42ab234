/** Tests of disputes. */
@NullMarked
package dev.agora.billing.dispute;

import org.jspecify.annotations.NullMarked;
