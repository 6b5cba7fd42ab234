/** Doubles of the platform's own interfaces for the tests of services, kept true by their owner. */
@NullMarked
package dev.agora.messaging.testing;

import org.jspecify.annotations.NullMarked;
