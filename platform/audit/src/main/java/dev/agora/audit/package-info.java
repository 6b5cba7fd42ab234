/** Who did what to whom: how any service tells the audit log, which accounts-service keeps. */
@NullMarked
package dev.agora.audit;

import org.jspecify.annotations.NullMarked;
