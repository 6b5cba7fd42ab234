package dev.agora.local.infrastructure;

/**
 * How to reach one database as its owner.
 *
 * @param url a JDBC URL
 * @param password in clear: local and throw-away, never printed
 */
public record Database(String url, String user, String password) {
  @Override
  public String toString() {
    return "Database[" + url + ", user " + user + "]";
  }
}
