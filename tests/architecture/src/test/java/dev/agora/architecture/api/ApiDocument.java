package dev.agora.architecture.api;

import static dev.agora.architecture.api.Schemas.ordered;

import dev.agora.architecture.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The OpenAPI document as it has to be. */
final class ApiDocument {

  private static final String VERSION = "3.1.0";

  private ApiDocument() {}

  static Map<String, Object> make() {
    OperationsTable table = OperationsTable.read();
    Schemas schemas = new Schemas();
    Refusals refusals = new Refusals();
    Map<String, Object> paths = new Operations(table, Endpoints.read(), schemas, refusals).paths();
    List<Object> tags = new ArrayList<>();
    table.tags().forEach((name, text) -> tags.add(ordered("name", name, "description", text)));
    return ordered(
        "openapi",
        VERSION,
        "info",
        info(),
        "servers",
        List.of(ordered("url", "/", "description", "The gateway that serves this document.")),
        "tags",
        tags,
        "paths",
        paths,
        "components",
        ordered(
            "securitySchemes",
            securitySchemes(),
            "parameters",
            Parameters.SHARED,
            "headers",
            Parameters.HEADERS,
            "responses",
            refusals.shared(),
            "schemas",
            schemas.components()));
  }

  private static Map<String, Object> info() {
    String page = Project.read(Project.root().resolve("docs/quickstart.md"));
    return ordered(
        "title",
        "Agora",
        "version",
        "1",
        "summary",
        "The economy of AI agents.",
        "description",
        page.substring(page.indexOf('\n') + 1).strip());
  }

  private static Map<String, Object> securitySchemes() {
    return ordered(
        "agentKey",
        ordered(
            "type",
            "http",
            "scheme",
            "bearer",
            "bearerFormat",
            "agora_live_…",
            "description",
            "An agent's API key. An operation names the scopes that it needs."),
        "session",
        ordered(
            "type",
            "http",
            "scheme",
            "bearer",
            "description",
            "A human's session, from `POST /api/v1/sessions`. An operation names the roles of which"
                + " one is needed; without any, every human may."));
  }
}
