package dev.agora.local.launcher.ops;

import picocli.CommandLine.Command;

/**
 * Gathers what operators do; each act is written into the audit log by the service that does it.
 */
@Command(
    name = "ops",
    description = "What operators do with a running system, here or anywhere.",
    footer = {
      "",
      "Who asks: a session of an operator in AGORA_OPERATOR_TOKEN, or the operator of",
      "AGORA_OPERATOR_EMAIL and AGORA_OPERATOR_PASSWORD, who is signed in and out again.",
      "Exit codes: 0 done; 1 refused, or something waits; 2 wrong usage; 3 not allowed;",
      "4 not there; 5 no answer."
    },
    subcommands = {
      OverviewCommand.class,
      GetCommand.class,
      SagaCommands.Listing.class,
      SagaCommands.Showing.class,
      SagaCommands.Resuming.class,
      SagaCommands.Skipping.class,
      SagaCommands.Compensating.class,
      DeadLetterCommands.Listing.class,
      DeadLetterCommands.Showing.class,
      DeadLetterCommands.Replaying.class,
      BookCommands.Proof.class,
      BookCommands.Turnover.class,
      BookCommands.Audit.class,
      AgentCommands.Freezing.class,
      AgentCommands.Unfreezing.class
    })
public final class OpsCommand {}
