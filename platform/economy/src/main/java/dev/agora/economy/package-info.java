/** The economy as configuration: {@code agora.economy.*} bound and guarded at start-up. */
@NullMarked
package dev.agora.economy;

import org.jspecify.annotations.NullMarked;
