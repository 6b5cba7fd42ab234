package dev.agora.ledger.audit;

/**
 * Where the ledger to be audited is.
 *
 * @param url a JDBC URL
 * @param user who may read all of the ledger's tables
 * @param password in clear, never printed
 */
public record AuditedDatabase(String url, String user, String password) {

  @Override
  public String toString() {
    return url + " as " + user;
  }
}
