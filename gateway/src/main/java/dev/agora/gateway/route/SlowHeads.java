package dev.agora.gateway.route;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Closes a connection whose request line and headers do not arrive in time: a caller that sends
 * them byte by byte would hold it for as long as it likes, since Netty's own bounds begin with the
 * body.
 */
final class SlowHeads {

  private final Duration within;
  private boolean awaited = true;
  private @Nullable Future<?> end;

  private SlowHeads(Duration within) {
    this.within = within;
  }

  /** Watches a connection, on both sides of its codec. */
  static void watch(Channel channel, Duration within) {
    SlowHeads heads = new SlowHeads(within);
    channel
        .pipeline()
        .addBefore(NettyPipeline.HttpCodec, "slow-heads-bytes", heads.new Bytes())
        .addAfter(NettyPipeline.HttpCodec, "slow-heads-requests", heads.new Requests());
  }

  /** The first bytes of a request begin its time. */
  private final class Bytes extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      if (awaited && end == null) {
        end =
            context
                .executor()
                .schedule(() -> close(context), within.toMillis(), TimeUnit.MILLISECONDS);
      }
      context.fireChannelRead(bytes);
    }

    private void close(ChannelHandlerContext context) {
      var _ = context.close();
    }
  }

  /** Whole headers end it; the next request's begin after the body. */
  private final class Requests extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest) {
        awaited = false;
        Future<?> pending = end;
        if (pending != null) {
          pending.cancel(false);
          end = null;
        }
      }
      if (message instanceof LastHttpContent) {
        awaited = true;
      }
      context.fireChannelRead(message);
    }
  }
}
