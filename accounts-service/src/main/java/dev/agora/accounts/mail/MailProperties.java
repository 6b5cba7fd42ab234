package dev.agora.accounts.mail;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent; the server itself is {@code spring.mail}'s.
 *
 * @param from whom they come from
 * @param folder where they are put if there is no server
 * @param shown whether the folder is shown on the management port; for one machine, and refused
 *     beside a mail server
 * @param page address of the page that takes codes, put before the code; none if there is no page
 * @param confirmLifetime how long a code that proves an address is good
 * @param resetLifetime how long a code that allows a new password is good
 * @param sendEvery pause between two looks for mails to send
 * @param giveUpAfter since it was asked for, a mail that no server takes is forgotten
 */
@ConfigurationProperties("agora.accounts.mail")
record MailProperties(
    @DefaultValue("Agora <agora@localhost>") String from,
    @Nullable Path folder,
    @DefaultValue("false") boolean shown,
    @Nullable String page,
    @DefaultValue("1d") Duration confirmLifetime,
    @DefaultValue("30m") Duration resetLifetime,
    @DefaultValue("500ms") Duration sendEvery,
    @DefaultValue("1d") Duration giveUpAfter) {}
