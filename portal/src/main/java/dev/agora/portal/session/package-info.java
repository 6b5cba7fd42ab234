/** Who is signed in: signing up, in and out, and the credential that never leaves the server. */
@NullMarked
package dev.agora.portal.session;

import org.jspecify.annotations.NullMarked;
