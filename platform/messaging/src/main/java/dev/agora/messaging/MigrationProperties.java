package dev.agora.messaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who changes the tables of a service's database.
 *
 * @param run whether this process migrates; without it, it only starts if all migrations it knows
 *     have been run by somebody else
 * @param applicationRole the role that gets the owner's rights on rows, and no others, after each
 *     migration; empty where the owner of the tables serves
 */
@ConfigurationProperties("agora.migrations")
record MigrationProperties(
    @DefaultValue("true") boolean run, @DefaultValue("") String applicationRole) {}
