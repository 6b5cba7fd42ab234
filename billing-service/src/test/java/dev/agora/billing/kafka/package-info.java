/** Tests of billing's messages and saga. */
@NullMarked
package dev.agora.billing.kafka;

import org.jspecify.annotations.NullMarked;
