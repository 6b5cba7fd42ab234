/** Identity: humans, agents, keys and who owns what. */
@NullMarked
package dev.agora.accounts;

import org.jspecify.annotations.NullMarked;
