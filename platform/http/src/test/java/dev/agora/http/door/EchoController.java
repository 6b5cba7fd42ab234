package dev.agora.http.door;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.money.Credits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EchoController {

  record Item(@NotNull Credits amount) {}

  record NoteRequest(
      @NotNull @Size(min = 1, max = 10) String note, @Nullable List<@Valid Item> items) {}

  private final JdbcClient jdbc;

  EchoController(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @GetMapping("/me")
  @AllowedTo({Role.ANONYMOUS, Role.AGENT, Role.HUMAN})
  Caller me(Caller caller) {
    return caller;
  }

  @PostMapping("/notes")
  @AllowedTo(Role.HUMAN)
  NoteRequest note(@Valid @RequestBody NoteRequest request) {
    return request;
  }

  @PostMapping("/raw")
  @AllowedTo(Role.HUMAN)
  int raw(@RequestBody byte[] body) {
    return body.length;
  }

  @PostMapping("/bell")
  @AllowedTo(Role.HUMAN)
  String ring() {
    return "rung";
  }

  @GetMapping("/many")
  @AllowedTo(Role.HUMAN)
  Page<String> many(PageRequest page) {
    return new Page<>(Collections.nCopies(page.limit(), "a line of some length ".repeat(20)), null);
  }

  @GetMapping("/numbers/{number}")
  @AllowedTo(Role.HUMAN)
  int number(@PathVariable int number, @RequestParam int plus) {
    return number + plus;
  }

  @GetMapping("/texts")
  @AllowedTo(Role.HUMAN)
  String text(@RequestParam String text) {
    return jdbc.sql("select ?::text").param(text).query(String.class).single();
  }

  @GetMapping("/times")
  @AllowedTo(Role.HUMAN)
  Instant time(@RequestParam Instant at) {
    return at;
  }

  @GetMapping(path = "/csv", produces = "text/csv")
  @AllowedTo(Role.HUMAN)
  String csv() {
    return "a,b";
  }

  @GetMapping("/outage")
  @AllowedTo(Role.HUMAN)
  int outage() {
    throw new CannotGetJdbcConnectionException("the pool of jdbc:postgresql://secret is exhausted");
  }

  @GetMapping("/failure")
  @AllowedTo(Role.HUMAN)
  int failure() {
    throw new IllegalStateException("a secret of the house");
  }
}
