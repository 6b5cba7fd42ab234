package dev.agora.gateway.apidocs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Which of the gateway's own pages is where. */
@Configuration(proxyBeanMethods = false)
class ApiDocsConfiguration {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
  private static final MediaType SCRIPT =
      new MediaType("text", "javascript", StandardCharsets.UTF_8);

  private static final String OWN = "apidocs/";
  private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/";
  private static final String SWAGGER_UI_POM =
      "META-INF/maven/org.webjars/swagger-ui/pom.properties";

  @Bean
  RouterFunction<ServerResponse> apiDocs() throws IOException {
    String version =
        PropertiesLoaderUtils.loadProperties(new ClassPathResource(SWAGGER_UI_POM))
            .getProperty("version");
    String swaggerUi = SWAGGER_UI + version + "/";
    RouterFunctions.Builder routes = RouterFunctions.route();
    add(routes, "/openapi.json", OWN + "openapi.json", MediaType.APPLICATION_JSON);
    add(routes, "/docs", OWN + "index.html", HTML);
    add(routes, "/docs/problems", OWN + "problems.html", HTML);
    add(routes, "/docs/page.css", OWN + "page.css", CSS);
    add(routes, "/docs/page.js", OWN + "page.js", SCRIPT);
    add(routes, "/docs/show.js", OWN + "show.js", SCRIPT);
    add(routes, "/docs/swagger-ui.css", swaggerUi + "swagger-ui.css", CSS);
    add(routes, "/docs/swagger-ui-bundle.js", swaggerUi + "swagger-ui-bundle.js", SCRIPT);
    return routes.build();
  }

  private static void add(
      RouterFunctions.Builder routes, String path, String file, MediaType type) {
    routes.GET(path, Page.read(file, type)::answer);
  }
}
