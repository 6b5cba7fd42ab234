/** Tests of payout's messages and saga. */
@NullMarked
package dev.agora.payout.kafka;

import org.jspecify.annotations.NullMarked;
