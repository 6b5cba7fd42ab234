/** Sessions, passkeys, recovery codes, the password and one's own data. */
@NullMarked
package dev.agora.portal.security;

import org.jspecify.annotations.NullMarked;
