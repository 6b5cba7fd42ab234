package dev.agora.crash.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address in front of the replicas of a service, as a cluster has it: a new connection goes to
 * the next replica that is ready, an open one stays where it is.
 */
final class ServiceAddress implements AutoCloseable {
  private static final int CONNECT_MILLIS = 1000;

  private final ServerSocket door;
  private final List<Integer> ready = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  ServiceAddress() {
    try {
      door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::admit);
  }

  String url() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  /** New connections may go to this port from now on. */
  void add(int port) {
    ready.add(port);
  }

  /** No new connection goes to this port any more. */
  void remove(int port) {
    ready.removeIf(one -> one == port);
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        threads.execute(() -> connect(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket caller) {
    List<Integer> now = List.copyOf(ready);
    Socket replica = new Socket();
    try {
      if (now.isEmpty()) {
        caller.close();
        return;
      }
      int port = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
      replica.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      caller.setTcpNoDelay(true);
      replica.setTcpNoDelay(true);
    } catch (IOException refused) {
      close(caller, replica);
      return;
    }
    threads.execute(() -> pump(caller, replica));
    threads.execute(() -> pump(replica, caller));
  }

  /** Passes bytes on, and the end of them, as a network would. */
  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException ended) {
      close(from, to);
    }
  }

  private static void close(Socket one, Socket other) {
    try (one;
        other) {
      one.setSoLinger(true, 0);
    } catch (IOException gone) {
      // There is nobody left to tell.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
