/** What people type: the verbs of {@code ./agora}. */
@NullMarked
package dev.agora.local.launcher.command;

import org.jspecify.annotations.NullMarked;
