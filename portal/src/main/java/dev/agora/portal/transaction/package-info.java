/** What happened to an agent's credits, filtered, and as a file. */
@NullMarked
package dev.agora.portal.transaction;

import org.jspecify.annotations.NullMarked;
