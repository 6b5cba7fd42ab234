/** Tests of what tests share. */
@NullMarked
package dev.agora.support;

import org.jspecify.annotations.NullMarked;
