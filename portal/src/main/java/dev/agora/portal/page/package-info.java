/** What every page shares: layout, amounts and times as people read them, errors as advice. */
@NullMarked
package dev.agora.portal.page;

import org.jspecify.annotations.NullMarked;
