/** Where humans' own programs hear of news, and calling them without being led astray. */
@NullMarked
package dev.agora.accounts.webhook;

import org.jspecify.annotations.NullMarked;
