package dev.agora.portal.session;

import java.io.Serializable;
import java.util.List;

/**
 * Who is signed in, as the server's session keeps it.
 *
 * @param sealedToken the API's session token, encrypted
 */
public record SignedIn(String id, String name, String email, List<String> roles, String sealedToken)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  public SignedIn {
    roles = List.copyOf(roles);
  }

  public boolean isOperator() {
    return roles.contains("OPERATOR");
  }

  public boolean isArbiter() {
    return roles.contains("ARBITER");
  }

  public boolean isAuditor() {
    return roles.contains("AUDITOR");
  }

  SignedIn withRoles(List<String> known) {
    return new SignedIn(id, name, email, known, sealedToken);
  }

  /** Never the token, sealed or not. */
  @Override
  public String toString() {
    return id;
  }
}
