/**
 * Several statements in one round trip to PostgreSQL, each for any number of rows; and what its
 * driver leaves to its callers.
 */
@NullMarked
package dev.agora.jdbc;

import org.jspecify.annotations.NullMarked;
