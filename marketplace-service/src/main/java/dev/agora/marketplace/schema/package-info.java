/** JSON Schema as a seller's promise: what goes into a service and what comes out. */
@NullMarked
package dev.agora.marketplace.schema;

import org.jspecify.annotations.NullMarked;
