/** PostgreSQL and Kafka as child processes of one machine: started, killed and started again. */
@NullMarked
package dev.agora.local.infrastructure;

import org.jspecify.annotations.NullMarked;
