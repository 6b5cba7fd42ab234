package dev.agora.accounts.webhook;

import dev.agora.accounts.webhook.CallResult.NotTaken;
import dev.agora.accounts.webhook.CallResult.Taken;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends one request to one address and reads the first line of the answer.
 *
 * <p>By hand, because it has to go to the address that was looked at: a client that looks the name
 * up again may be led elsewhere. Nothing follows a redirect, and nothing more is read.
 */
final class SendCall {

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
  private static final int LINE_MAX = 512;
  private static final String SILENCE = "no answer in time";

  private final SSLSocketFactory tls;
  private final Duration connectWithin;
  private final Duration answerWithin;

  /** Of its own: what all tasks share may be busy when time is up. */
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("webhook-watch").factory());

  SendCall(SSLSocketFactory tls, Duration connectWithin, Duration answerWithin) {
    this.tls = tls;
    this.connectWithin = connectWithin;
    this.answerWithin = answerWithin;
  }

  CallResult send(WebhookCall call, InetAddress address) {
    AtomicBoolean late = new AtomicBoolean();
    Socket plain = new Socket();
    // Each byte of the answer may come late; all of it together may not.
    Future<?> end =
        watch.schedule(() -> hangUp(plain, late), answerWithin.toMillis(), TimeUnit.MILLISECONDS);
    try (plain) {
      plain.setSoTimeout((int) answerWithin.toMillis());
      plain.connect(
          new InetSocketAddress(address, call.url().port()), (int) connectWithin.toMillis());
      return call.url().isTls() ? overTls(call, plain) : exchange(call, plain);
    } catch (SocketTimeoutException silence) {
      return new NotTaken(SILENCE);
    } catch (SSLException refused) {
      return new NotTaken(late.get() ? SILENCE : "no trusted TLS connection");
    } catch (IOException broken) {
      return new NotTaken(late.get() ? SILENCE : "no connection, or it broke");
    } finally {
      end.cancel(false);
    }
  }

  private CallResult overTls(WebhookCall call, Socket plain) throws IOException {
    String host = call.url().host();
    try (SSLSocket secure = (SSLSocket) tls.createSocket(plain, host, call.url().port(), true)) {
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secure.setSSLParameters(parameters);
      secure.startHandshake();
      return exchange(call, secure);
    }
  }

  private static CallResult exchange(WebhookCall call, Socket socket) throws IOException {
    socket.getOutputStream().write(call.bytes());
    socket.getOutputStream().flush();
    Matcher line = STATUS_LINE.matcher(firstLine(socket.getInputStream()));
    if (!line.matches()) {
      return new NotTaken("no answer of HTTP/1.1");
    }
    int status = Integer.parseInt(line.group(1));
    return status / 100 == 2 ? new Taken(status) : new NotTaken("answered " + status);
  }

  private static String firstLine(InputStream answer) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = answer.read();
    while (next >= 0 && next != '\r' && next != '\n' && line.length() < LINE_MAX) {
      line.append((char) next);
      next = answer.read();
    }
    return line.toString();
  }

  private static void hangUp(Socket socket, AtomicBoolean late) {
    late.set(true);
    try {
      socket.close();
    } catch (IOException closedAlready) {
      // That is all that was wanted.
    }
  }
}
