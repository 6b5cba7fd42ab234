/** What every file of the project keeps to, each rule tried on a planted breach of it. */
@NullMarked
package dev.agora.architecture.tidy;

import org.jspecify.annotations.NullMarked;
