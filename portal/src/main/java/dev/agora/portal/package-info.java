/**
 * The humans' web pages; empty until the portal is built, so that the house shows where it stands.
 */
@NullMarked
package dev.agora.portal;

import org.jspecify.annotations.NullMarked;
