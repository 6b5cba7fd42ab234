/** Tests of the local PostgreSQL and Kafka. */
@NullMarked
package dev.agora.local.infrastructure;

import org.jspecify.annotations.NullMarked;
