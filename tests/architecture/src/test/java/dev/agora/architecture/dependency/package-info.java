/** Who may depend on whom: style.md's direction of dependency and smells, as rules. */
@NullMarked
package dev.agora.architecture.dependency;

import org.jspecify.annotations.NullMarked;
