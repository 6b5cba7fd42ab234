package dev.agora.gateway.authentication;

/** Nobody can tell now whether a credential is good. */
final class CredentialsUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CredentialsUnavailable(String reason) {
    super(reason, null, false, false);
  }
}
