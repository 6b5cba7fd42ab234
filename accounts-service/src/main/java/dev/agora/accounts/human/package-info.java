/** People: how they sign up and how their passwords are kept. */
@NullMarked
package dev.agora.accounts.human;

import org.jspecify.annotations.NullMarked;
