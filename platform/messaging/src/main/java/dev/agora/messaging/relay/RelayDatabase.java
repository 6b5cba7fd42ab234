package dev.agora.messaging.relay;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The service's database as the relay reaches it: by connections of its own, outside the pool. */
record RelayDatabase(String url, String user, String password) {

  private static final int DEFAULT_PORT = 5432;

  static RelayDatabase of(JdbcConnectionDetails details) {
    String user = details.getUsername();
    String password = details.getPassword();
    return new RelayDatabase(
        details.getJdbcUrl(), user == null ? "" : user, password == null ? "" : password);
  }

  /** A connection that notices within seconds that its server is gone. */
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "agora relay leadership");
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("socketTimeout", "5");
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(url, properties);
  }

  String host() {
    return uri().getHost();
  }

  int port() {
    return uri().getPort() < 0 ? DEFAULT_PORT : uri().getPort();
  }

  String name() {
    return uri().getPath().substring(1);
  }

  private URI uri() {
    return URI.create(url.substring("jdbc:".length()));
  }

  @Override
  public String toString() {
    return "RelayDatabase[" + url + "]";
  }
}
