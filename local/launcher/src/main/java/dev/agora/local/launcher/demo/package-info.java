/** The money loop, walked and explained for whoever watches. */
@NullMarked
package dev.agora.local.launcher.demo;

import org.jspecify.annotations.NullMarked;
