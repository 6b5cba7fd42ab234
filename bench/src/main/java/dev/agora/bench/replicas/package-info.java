/** Two ledger services on one database, against one. */
@NullMarked
package dev.agora.bench.replicas;

import org.jspecify.annotations.NullMarked;
