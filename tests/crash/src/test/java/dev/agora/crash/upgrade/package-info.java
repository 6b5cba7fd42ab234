/** Each service is replaced by another version of itself while the economy is busy. */
@NullMarked
package dev.agora.crash.upgrade;

import org.jspecify.annotations.NullMarked;
