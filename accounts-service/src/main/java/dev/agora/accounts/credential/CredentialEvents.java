package dev.agora.accounts.credential;

/** Tells the gateway, with the current transaction. */
public interface CredentialEvents {

  void changed(Credential credential);
}
