/** Tests of the launcher that need no system to run. */
@NullMarked
package dev.agora.local.launcher;

import org.jspecify.annotations.NullMarked;
