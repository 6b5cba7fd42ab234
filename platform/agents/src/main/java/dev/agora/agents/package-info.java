/** What a service knows of agents: who owns them and whether they may act, as accounts told. */
@NullMarked
package dev.agora.agents;

import org.jspecify.annotations.NullMarked;
