/** Where credits go and come from, drawn and in tables. */
@NullMarked
package dev.agora.portal.analytics;

import org.jspecify.annotations.NullMarked;
