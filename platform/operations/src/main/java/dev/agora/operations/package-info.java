/** What operators see of a service through the gateway, and do there: sagas and dead letters. */
@NullMarked
package dev.agora.operations;

import org.jspecify.annotations.NullMarked;
