/** The health check of images that hold no shell; the JDK only. */
@NullMarked
package dev.agora.health;

import org.jspecify.annotations.NullMarked;
