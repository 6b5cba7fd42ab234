/** The project as the tests see it: modules, sources and compiled classes. */
@NullMarked
package dev.agora.architecture.project;

import org.jspecify.annotations.NullMarked;
