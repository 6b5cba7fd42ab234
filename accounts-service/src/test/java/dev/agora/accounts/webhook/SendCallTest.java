package dev.agora.accounts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call to a program that behaves, and to many that do not. */
class SendCallTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final String TRUSTED = "no trusted TLS connection";
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final SendCall sendCall =
      new SendCall(
          (SSLSocketFactory) SSLSocketFactory.getDefault(),
          Duration.ofSeconds(1),
          Duration.ofMillis(700));

  private static WebhookCall call(String scheme, int port) {
    return new WebhookCall(
        new WebhookUrl(URI.create(scheme + "://localhost:" + port + "/hook?x=1")),
        "alt_1",
        "t=1,v1=00",
        "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # what the program says,           what comes of it
          HTTP/1.1 200 OK,                   answered 200
          HTTP/1.1 204,                      answered 204
          HTTP/1.0 202 Accepted,             answered 202
          HTTP/1.1 301 Moved,                answered 301
          HTTP/1.1 500 No,                   answered 500
          HTTP/1.1 99 No,                    no answer of HTTP/1.1
          SSH-2.0-OpenSSH_9.6,               no answer of HTTP/1.1
          '',                                no answer of HTTP/1.1
          """)
  void onlyThe200sCountAsTaken(String says, String expected) throws IOException {
    try (ServerSocket program = new ServerSocket(0, 1, HERE)) {
      CompletableFuture<String> heard = answering(program, says + "\r\n\r\n");

      CallResult result = sendCall.send(call("http", program.getLocalPort()), HERE);

      assertThat(result.words()).isEqualTo(expected);
      assertThat(result instanceof CallResult.Taken).isEqualTo(expected.contains(" 20"));
      assertThat(heard.join())
          .startsWith("POST /hook?x=1 HTTP/1.1\r\nHost: localhost:" + program.getLocalPort())
          .contains("\r\nContent-Length: 7\r\n", "\r\nAgora-Signature: t=1,v1=00\r\n")
          .endsWith("\r\n\r\n{\"a\":1}");
    }
  }

  @Test
  void aProgramThatSaysNothingOrALetterAtATimeIsLeft() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, HERE);
        ServerSocket slow = new ServerSocket(0, 1, HERE)) {
      CompletableFuture<Void> drip =
          CompletableFuture.runAsync(() -> dripUntilClosed(slow, Duration.ofMillis(100)));
      long start = System.nanoTime();

      assertThat(sendCall.send(call("http", silent.getLocalPort()), HERE).words())
          .isEqualTo("no answer in time");
      assertThat(sendCall.send(call("http", slow.getLocalPort()), HERE))
          .isInstanceOf(CallResult.NotTaken.class);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      drip.join();
    }
  }

  @Test
  void whereNobodyListensNothingIsTaken() throws IOException {
    int free;
    try (ServerSocket was = new ServerSocket(0, 1, HERE)) {
      free = was.getLocalPort();
    }
    assertThat(sendCall.send(call("http", free), HERE).words())
        .isEqualTo("no connection, or it broke");
  }

  @Test
  void overTlsTheCertificateMustBeTrustedAndOfThatName(@TempDir Path folder) throws Exception {
    SSLContext ours = contextFor("localhost", folder);
    SSLContext others = contextFor("elsewhere.example", folder);
    SendCall trusting =
        new SendCall(ours.getSocketFactory(), Duration.ofSeconds(1), Duration.ofSeconds(5));
    SendCall trustingOthers =
        new SendCall(others.getSocketFactory(), Duration.ofSeconds(1), Duration.ofSeconds(5));

    try (ServerSocket program = ours.getServerSocketFactory().createServerSocket(0, 3, HERE)) {
      CompletableFuture<String> heard = answering(program, "HTTP/1.1 200 OK\r\n\r\n");
      assertThat(trusting.send(call("https", program.getLocalPort()), HERE).words())
          .isEqualTo("answered 200");
      assertThat(heard.join()).contains("POST /hook");

      var _ = answering(program, "HTTP/1.1 200 OK\r\n\r\n");
      assertThat(sendCall.send(call("https", program.getLocalPort()), HERE).words())
          .isEqualTo(TRUSTED);
    }
    try (ServerSocket program = others.getServerSocketFactory().createServerSocket(0, 1, HERE)) {
      var _ = answering(program, "HTTP/1.1 200 OK\r\n\r\n");
      assertThat(trustingOthers.send(call("https", program.getLocalPort()), HERE).words())
          .isEqualTo(TRUSTED);
    }
  }

  /** A program that reads one request, says that, and hangs up. */
  private static CompletableFuture<String> answering(ServerSocket program, String says) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Socket caller = program.accept()) {
            StringBuilder heard = new StringBuilder();
            while (!heard.toString().endsWith("\r\n\r\n{\"a\":1}")) {
              int next = caller.getInputStream().read();
              if (next < 0) {
                return heard.toString();
              }
              heard.append((char) next);
            }
            caller.getOutputStream().write(says.getBytes(StandardCharsets.US_ASCII));
            return heard.toString();
          } catch (IOException refused) {
            return "";
          }
        });
  }

  private static void dripUntilClosed(ServerSocket program, Duration pause) {
    try (Socket caller = program.accept()) {
      caller.setSoTimeout((int) pause.toMillis());
      while (true) {
        caller.getOutputStream().write('H');
        try {
          if (caller.getInputStream().read(new byte[1024]) < 0) {
            return;
          }
        } catch (SocketTimeoutException nothingYet) {
          // The next letter.
        }
      }
    } catch (IOException closed) {
      // As it should be.
    }
  }

  /** A key with a certificate of that name, which trusts itself; made by the JDK's own tool. */
  private static SSLContext contextFor(String name, Path folder) throws Exception {
    Path file = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "k",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor())
        .as(() -> new String(read(keytool), StandardCharsets.UTF_8))
        .isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(Files.newInputStream(file), PASSWORD);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("k", store.getCertificate("k"));
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static byte[] read(Process process) {
    try {
      return process.getInputStream().readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
