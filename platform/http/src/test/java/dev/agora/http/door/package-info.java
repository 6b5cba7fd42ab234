/** A small service behind the whole door: real Tomcat, real tokens, real PostgreSQL. */
@NullMarked
package dev.agora.http.door;

import org.jspecify.annotations.NullMarked;
