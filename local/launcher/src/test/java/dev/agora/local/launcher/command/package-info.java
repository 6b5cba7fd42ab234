/** Tests of the verbs that need no system to run. */
@NullMarked
package dev.agora.local.launcher.command;

import org.jspecify.annotations.NullMarked;
