/** Acts by hand and roles, for those who run the platform. */
@NullMarked
package dev.agora.portal.operation;

import org.jspecify.annotations.NullMarked;
