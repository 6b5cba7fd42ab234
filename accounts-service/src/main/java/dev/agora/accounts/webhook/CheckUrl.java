package dev.agora.accounts.webhook;

import dev.agora.accounts.webhook.WebhookUrl.Parsed;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/**
 * Whether an address may be called. A name can lead elsewhere at any time, so it is looked up for
 * each call, and the call goes to what was looked up and to nothing else.
 */
@Service
class CheckUrl {

  /** What Java takes for an address without asking anybody. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");

  private final WebhookProperties properties;

  CheckUrl(WebhookProperties properties) {
    this.properties = properties;
  }

  /** As it is written; names are not looked up. */
  Parsed check(String text) {
    Parsed parsed = WebhookUrl.parse(text, properties.privateAddresses());
    return parsed instanceof Parsed.Good(WebhookUrl url)
            && LITERAL.matcher(url.host()).matches()
            && addresses(url).isEmpty()
        ? new Parsed.Wrong("must not lead into a private network")
        : parsed;
  }

  /** The addresses to call; none if there is none, or if one of them is in a private network. */
  List<InetAddress> addresses(WebhookUrl url) {
    try {
      List<InetAddress> found = List.of(InetAddress.getAllByName(url.host()));
      return properties.privateAddresses() || found.stream().allMatch(PublicAddresses::isPublic)
          ? found
          : List.of();
    } catch (UnknownHostException nobody) {
      return List.of();
    }
  }
}
