/** Who has to say yes between the credits being set aside and the dollars being sent. */
@NullMarked
package dev.agora.payout.clearance;

import org.jspecify.annotations.NullMarked;
