/** Of what owners want to be told. */
@NullMarked
package dev.agora.portal.alert;

import org.jspecify.annotations.NullMarked;
