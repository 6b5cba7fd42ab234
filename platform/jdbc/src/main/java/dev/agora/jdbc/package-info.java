/** Several statements in one round trip to PostgreSQL, each for any number of rows. */
@NullMarked
package dev.agora.jdbc;

import org.jspecify.annotations.NullMarked;
