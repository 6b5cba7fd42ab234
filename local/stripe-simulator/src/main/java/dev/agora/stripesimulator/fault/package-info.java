/** Failures on demand. */
@NullMarked
package dev.agora.stripesimulator.fault;

import org.jspecify.annotations.NullMarked;
