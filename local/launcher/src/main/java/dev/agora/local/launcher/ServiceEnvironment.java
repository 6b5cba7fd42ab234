package dev.agora.local.launcher;

import java.util.Map;
import java.util.TreeMap;

/** The documented environment variables of each process, as docs/configuration.md lists them. */
public final class ServiceEnvironment {
  /** The folder to record the stand-in's answers into, named by a build that compares them. */
  private static final String RECORD = "agora.stripe.traffic";

  private static final String LOOPBACK = "http://127.0.0.1:";

  private final Ports ports;
  private final Secrets secrets;
  private final EconomyFolder folder;

  public ServiceEnvironment(Ports ports, Secrets secrets, EconomyFolder folder) {
    this.ports = ports;
    this.secrets = secrets;
    this.folder = folder;
  }

  public Map<String, String> of(Part part) {
    Map<String, String> environment = new TreeMap<>();
    if (part == Part.STRIPE) {
      stripe(environment);
    }
    if (part.isApplication()) {
      application(environment, part);
    }
    if (part.hasDatabase()) {
      service(environment, part);
    }
    switch (part) {
      case GATEWAY -> gateway(environment);
      case ACCOUNTS -> accounts(environment);
      case BILLING -> {
        stripeClient(environment);
        environment.put("STRIPE_WEBHOOK_SECRET", secrets.webhookSecret());
      }
      case PAYOUT -> {
        stripeClient(environment);
        environment.put("AGORA_LEDGER_URL", LOOPBACK + ports.of(Part.LEDGER));
        environment.put("STRIPE_CONNECT_WEBHOOK_SECRET", secrets.connectWebhookSecret());
        // The demo waits for nobody: a changed destination is paid at once, nothing is reviewed.
        environment.put("AGORA_PAYOUT_DESTINATION_REST", "PT0S");
        environment.put("AGORA_PAYOUT_REVIEW_ENABLED", "false");
      }
      case PORTAL -> portal(environment);
      default -> {}
    }
    return environment;
  }

  private void application(Map<String, String> environment, Part part) {
    environment.put("SERVER_PORT", Integer.toString(ports.of(part)));
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.management(part)));
    environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    environment.put("AGORA_KAFKA", "127.0.0.1:" + ports.of(Part.KAFKA));
    environment.put("AGORA_JWKS_URL", LOOPBACK + ports.management(Part.GATEWAY) + "/jwks");
    environment.put("AGORA_PUBLIC_URL", "http://localhost:" + ports.of(Part.GATEWAY));
    // The demo's earnings can be converted at once.
    environment.put("AGORA_ECONOMY_SEASONING", "PT0S");
  }

  private void service(Map<String, String> environment, Part part) {
    String url = "jdbc:postgresql://127.0.0.1:" + ports.of(Part.POSTGRES) + "/" + part.label();
    environment.put("AGORA_DB_URL", url);
    environment.put("AGORA_DB_USER", part.label());
    environment.put("AGORA_DB_PASSWORD", secrets.databasePassword(part.label()));
  }

  private void gateway(Map<String, String> environment) {
    environment.put("AGORA_PORTAL_SOURCE_KEY", secrets.portalSourceKey());
    environment.put("AGORA_CREDENTIAL_PEPPER", secrets.credentialPepper());
    for (Part target : Part.applications()) {
      if (target != Part.GATEWAY) {
        environment.put("AGORA_" + target.name() + "_URL", LOOPBACK + ports.of(target));
      }
    }
  }

  private void accounts(Map<String, String> environment) {
    environment.put("AGORA_CREDENTIAL_PEPPER", secrets.credentialPepper());
    // There is no mail server on this machine: nobody waits for a mail to sign in.
    environment.put("AGORA_ACCOUNTS_CONFIRMATION_BYITSELF", "true");
    environment.put("AGORA_ACCOUNTS_MAIL_FOLDER", folder.mails().toString());
    environment.put("AGORA_ACCOUNTS_MAIL_SHOWN", "true");
    // People's programs are on this machine too.
    environment.put("AGORA_ACCOUNTS_WEBHOOK_PRIVATEADDRESSES", "true");
    environment.put(
        "AGORA_ACCOUNTS_PASSKEYS_ORIGINS", "http://localhost:" + ports.of(Part.GATEWAY));
    environment.put(
        "AGORA_ACCOUNTS_MAIL_PAGE", "http://localhost:" + ports.of(Part.GATEWAY) + "/portal/code");
  }

  private void portal(Map<String, String> environment) {
    environment.put("AGORA_GATEWAY_URL", LOOPBACK + ports.of(Part.GATEWAY));
    environment.put("AGORA_PORTAL_KEY", secrets.portalKey());
    environment.put("AGORA_PORTAL_SOURCE_KEY", secrets.portalSourceKey());
    environment.put("AGORA_PORTAL_STRIPEPAGES", LOOPBACK + ports.of(Part.STRIPE));
  }

  private void stripeClient(Map<String, String> environment) {
    environment.put("STRIPE_API_KEY", secrets.stripeKey());
    environment.put("STRIPE_API_BASE", LOOPBACK + ports.of(Part.STRIPE));
  }

  private void stripe(Map<String, String> environment) {
    String gateway = LOOPBACK + ports.of(Part.GATEWAY);
    environment.put("STRIPE_SIMULATOR_PORT", Integer.toString(ports.of(Part.STRIPE)));
    environment.put("STRIPE_SIMULATOR_WEBHOOK_URL", gateway + "/webhooks/stripe");
    environment.put("STRIPE_WEBHOOK_SECRET", secrets.webhookSecret());
    environment.put("STRIPE_SIMULATOR_CONNECT_WEBHOOK_URL", gateway + "/webhooks/stripe-connect");
    environment.put("STRIPE_CONNECT_WEBHOOK_SECRET", secrets.connectWebhookSecret());
    environment.put("STRIPE_SIMULATOR_DATA", folder.data(Part.STRIPE).toString());
    String record = System.getProperty(RECORD);
    if (record != null && !record.isBlank()) {
      // A build that compares the stand-in's answers with Stripe's types.
      environment.put("STRIPE_SIMULATOR_RECORD", record);
    }
  }
}
