package dev.agora.gateway.route;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection in two steps, so that the last answer arrives: a socket closed with bytes
 * unread, such as the rest of a body that was refused, is reset, and a reset takes the answer away
 * from a caller that has not read it yet (RFC 9112, section 9.6). Says that no more will come,
 * drops what still arrives, and closes once the caller has, or after a second.
 */
final class LingeringClose extends ChannelDuplexHandler {

  private static final Duration AT_MOST = Duration.ofSeconds(1);

  private @Nullable ChannelPromise closed;

  private LingeringClose() {}

  /** Stands next to the socket, so that whoever closes the connection comes past it. */
  static void of(Channel channel) {
    channel.pipeline().addFirst("lingering-close", new LingeringClose());
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (closed != null
        || !(context.channel() instanceof DuplexChannel sides)
        || !sides.isActive()) {
      end(context, promise);
      return;
    }
    closed = promise;
    var _ = sides.shutdownOutput();
    sides.config().setAutoRead(true);
    var _ =
        context
            .executor()
            .schedule(() -> end(context, promise), AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    if (closed == null) {
      context.fireChannelRead(bytes);
    } else {
      ReferenceCountUtil.release(bytes);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    ChannelPromise promise = closed;
    if (promise != null) {
      end(context, promise);
    }
    context.fireChannelInactive();
  }

  private static void end(ChannelHandlerContext context, ChannelPromise promise) {
    var _ = context.close(promise);
  }
}
