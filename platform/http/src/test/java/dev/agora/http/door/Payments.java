package dev.agora.http.door;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The effect: one row per payment. */
class Payments {

  private final JdbcClient jdbc;

  Payments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void pay(String caller, String amount) {
    jdbc.sql("insert into payment values (?, ?)").params(caller, amount).update();
  }

  long count(String caller) {
    return jdbc.sql("select count(*) from payment where caller = ?")
        .param(caller)
        .query(Long.class)
        .single();
  }
}
