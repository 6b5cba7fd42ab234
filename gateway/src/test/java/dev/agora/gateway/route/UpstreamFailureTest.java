package dev.agora.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

class UpstreamFailureTest {

  @Test
  void aRequestThatNeverLeftDidNothing() {
    assertThat(UpstreamFailure.of(new ConnectException("refused")))
        .isEqualTo(UpstreamFailure.NOT_SENT);
    assertThat(UpstreamFailure.of(new ConnectTimeoutException("late")))
        .isEqualTo(UpstreamFailure.NOT_SENT);
    assertThat(UpstreamFailure.of(new UnknownHostException("ledger")))
        .isEqualTo(UpstreamFailure.NOT_SENT);
  }

  @Test
  void aRequestWithoutAnAnswerMayHaveDoneSomething() {
    assertThat(UpstreamFailure.of(new IOException("connection reset")))
        .isEqualTo(UpstreamFailure.NO_ANSWER);
    assertThat(UpstreamFailure.of(new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT)))
        .isEqualTo(UpstreamFailure.NO_ANSWER);
  }

  @Test
  void aCallerThatSendsTooSlowlyIsNotTheServicesFault() {
    assertThat(UpstreamFailure.of(ReadTimeoutException.INSTANCE))
        .isEqualTo(UpstreamFailure.CALLER_TOO_SLOW);
  }

  @Test
  void everythingElseIsNotTheServicesFault() {
    assertThat(UpstreamFailure.of(new ResponseStatusException(HttpStatus.NOT_FOUND)))
        .isEqualTo(UpstreamFailure.OTHER);
    assertThat(UpstreamFailure.of(new IllegalStateException())).isEqualTo(UpstreamFailure.OTHER);
  }
}
