/** What tests share: real PostgreSQL and Kafka, and the contracts. */
@NullMarked
package dev.agora.support;

import org.jspecify.annotations.NullMarked;
