/** The API's document, for people and programs. */
@NullMarked
package dev.agora.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
