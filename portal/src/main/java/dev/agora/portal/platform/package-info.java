/** The platform's figures and rulings, for those who run it. */
@NullMarked
package dev.agora.portal.platform;

import org.jspecify.annotations.NullMarked;
