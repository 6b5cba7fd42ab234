/**
 * Who is calling: credentials known here and now, and the short-lived tokens that services trust.
 */
@NullMarked
package dev.agora.gateway.authentication;

import org.jspecify.annotations.NullMarked;
