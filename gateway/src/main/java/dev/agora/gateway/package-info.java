/** The one public address: who is calling, how fast, and where to. */
@NullMarked
package dev.agora.gateway;

import org.jspecify.annotations.NullMarked;
