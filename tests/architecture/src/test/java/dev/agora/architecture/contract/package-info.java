/** What crosses a service border is written down, with an example that is true. */
@NullMarked
package dev.agora.architecture.contract;

import org.jspecify.annotations.NullMarked;
