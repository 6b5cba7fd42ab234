/** The figures of style.md's scorecard, printed and held. */
@NullMarked
package dev.agora.architecture.scorecard;

import org.jspecify.annotations.NullMarked;
