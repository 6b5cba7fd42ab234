/** The API as a document, made from the controllers, and what must agree with it. */
@NullMarked
package dev.agora.architecture.api;

import org.jspecify.annotations.NullMarked;
