/** Services that are sold by the call: credits set aside, taken use by use, the rest given back. */
@NullMarked
package dev.agora.marketplace.budget;

import org.jspecify.annotations.NullMarked;
