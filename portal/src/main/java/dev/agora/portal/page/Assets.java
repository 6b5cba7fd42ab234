package dev.agora.portal.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The style and the scripts of all pages; templates call them {@code assets}. */
@Component("assets")
public class Assets {

  private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
  private static final MediaType SCRIPT =
      new MediaType("text", "javascript", StandardCharsets.UTF_8);
  private static final String HTMX = "META-INF/maven/org.webjars.npm/htmx.org/pom.properties";

  private final Asset style = Asset.read("style", "assets/style.css", CSS);
  private final Asset script = Asset.read("script", "assets/script.js", SCRIPT);
  private final Asset icon =
      Asset.read("icon", "assets/icon.svg", new MediaType("image", "svg+xml"));
  private final Asset htmx = Asset.read("htmx", htmxFile(), SCRIPT);

  public String style() {
    return style.name();
  }

  public String script() {
    return script.name();
  }

  public String icon() {
    return icon.name();
  }

  public String htmx() {
    return htmx.name();
  }

  Optional<Asset> find(String name) {
    return Stream.of(style, script, icon, htmx)
        .filter(asset -> asset.name().equals(name))
        .findFirst();
  }

  private static String htmxFile() {
    try {
      String version =
          PropertiesLoaderUtils.loadProperties(new ClassPathResource(HTMX)).getProperty("version");
      return "META-INF/resources/webjars/htmx.org/" + version + "/dist/htmx.min.js";
    } catch (IOException missing) {
      throw new UncheckedIOException("the portal's jar lacks htmx", missing);
    }
  }
}
