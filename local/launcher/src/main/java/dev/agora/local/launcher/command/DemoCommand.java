package dev.agora.local.launcher.command;

import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.Progress;
import dev.agora.local.launcher.demo.Cast;
import dev.agora.local.launcher.demo.Checks;
import dev.agora.local.launcher.demo.MoneyLoop;
import dev.agora.local.launcher.demo.Refusals;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Walks the whole money loop against a running system and says whether all of it is as it should
 * be.
 */
@Command(name = "demo", description = "Walk the whole money loop against the running system.")
final class DemoCommand implements Callable<Integer> {
  @Option(names = "--url", description = "The gateway's address (default: the one `up` started).")
  private String url = "";

  private final Console console = new Console(System.out);

  @Override
  public Integer call() {
    String address = url.isEmpty() ? "http://localhost:" + Home.ports().of(Part.GATEWAY) : url;
    int differences = walk(URI.create(address), console);
    console.say("");
    console.say(differences == 0 ? "All as it should be." : differences + " differences.");
    return differences == 0 ? 0 : 1;
  }

  /** Walks it and returns how much was not as it should be. */
  static int walk(URI gateway, Progress progress) {
    Checks checks = new Checks(progress);
    Cast cast = new MoneyLoop(gateway, checks).walk();
    new Refusals(gateway, cast, checks).walk();
    return checks.differences();
  }
}
