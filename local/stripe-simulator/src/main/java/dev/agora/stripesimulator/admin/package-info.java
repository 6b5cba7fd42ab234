/** The calls of /_sim/ by which tests move the world. */
@NullMarked
package dev.agora.stripesimulator.admin;

import org.jspecify.annotations.NullMarked;
