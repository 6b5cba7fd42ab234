package dev.agora.local.infrastructure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Creates databases on a running server, each with the role of the same name that owns it. */
public final class Databases {
  private final Database admin;

  /** Works through this superuser's database. */
  public Databases(Database admin) {
    this.admin = admin;
  }

  /**
   * Creates the database and its role (login, replication), or sets the role's password when they
   * exist. Other roles may not connect to it.
   *
   * @param name letters, digits and underscores
   */
  public Database create(String name, String password) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}") || password.contains("'")) {
      throw new IllegalArgumentException("not a name for a database or not a password: " + name);
    }
    try (Connection connection = connect(admin);
        Statement statement = connection.createStatement()) {
      String verb = exists(connection, "pg_roles", "rolname", name) ? "ALTER" : "CREATE";
      statement.execute(verb + " ROLE " + name + " LOGIN REPLICATION PASSWORD '" + password + "'");
      if (!exists(connection, "pg_database", "datname", name)) {
        statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
      }
    } catch (SQLException e) {
      throw new InfrastructureException(
          "Database " + name + " could not be created: " + e.getMessage(), e);
    }
    String url = admin.url().replaceFirst("/[^/?]*(\\?.*)?$", "/" + name);
    return new Database(url, name, password);
  }

  static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static boolean exists(Connection connection, String catalog, String column, String name)
      throws SQLException {
    String query = "SELECT 1 FROM " + catalog + " WHERE " + column + " = ?";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
