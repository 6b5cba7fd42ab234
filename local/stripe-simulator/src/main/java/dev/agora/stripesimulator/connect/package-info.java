/** Connected accounts, their onboarding, transfers to them and their payouts. */
@NullMarked
package dev.agora.stripesimulator.connect;

import org.jspecify.annotations.NullMarked;
