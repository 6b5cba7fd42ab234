/** What other services hear of accounts. */
@NullMarked
package dev.agora.accounts.kafka;

import org.jspecify.annotations.NullMarked;
