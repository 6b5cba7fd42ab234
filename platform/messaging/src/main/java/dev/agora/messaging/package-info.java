/**
 * What the parts of the messaging platform share: settings, headers, JSON, ids, traces, lifecycle.
 */
@NullMarked
package dev.agora.messaging;

import org.jspecify.annotations.NullMarked;
