/** {@code ./agora ops}: what operators do, against any address, through the public API only. */
@NullMarked
package dev.agora.local.launcher.ops;

import org.jspecify.annotations.NullMarked;
