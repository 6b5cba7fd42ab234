package dev.agora.portal.page;

import dev.agora.portal.api.Agent;
import dev.agora.portal.api.Listed;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person calls their agents; others keep their ids. */
public record Names(Map<String, String> known) {

  public Names {
    known = Map.copyOf(known);
  }

  /** Of a list of agents that may not be there. */
  public static Names of(@Nullable Listed<Agent> agents) {
    return new Names(
        agents == null
            ? Map.of()
            : agents.items().stream()
                .collect(Collectors.toMap(Agent::id, Agent::name, (one, other) -> one)));
  }

  /** The agent's name; enough of the id, if it is not one of theirs. */
  public String of(@Nullable String id) {
    if (id == null) {
      return Show.NONE;
    }
    String name = known.get(id);
    return name == null ? Show.shortened(id) : name;
  }

  /** An account of the ledger: {@code Researcher, earned} of {@code agent/agt_…/earned}. */
  public String account(String path) {
    String[] parts = path.split("/", -1);
    boolean ofAgent = parts[0].equals("agent");
    if (!ofAgent && !parts[0].equals("hold") && !parts[0].equals("frozen")) {
      return "Agora: " + path.substring(path.indexOf('/') + 1).replace('/', ' ').replace('-', ' ');
    }
    String whose = ofAgent ? of(parts[1]) : parts[0] + " " + Show.shortened(parts[1]);
    return parts.length > 2 ? whose + ", " + parts[2] : whose;
  }

  /** Whether it is one of theirs. */
  public boolean has(@Nullable String id) {
    return id != null && known.containsKey(id);
  }
}
