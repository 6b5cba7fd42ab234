/** What agents bought and sold, and what their owners can do about it. */
@NullMarked
package dev.agora.portal.order;

import org.jspecify.annotations.NullMarked;
