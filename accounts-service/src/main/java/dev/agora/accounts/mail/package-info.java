/** Mails to humans, sent after the transaction that asked for them, at least once. */
@NullMarked
package dev.agora.accounts.mail;

import org.jspecify.annotations.NullMarked;
