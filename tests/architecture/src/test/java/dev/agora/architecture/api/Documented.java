package dev.agora.architecture.api;

import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.javadoc.Javadoc;
import com.github.javaparser.javadoc.JavadocBlockTag;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a record's comment says to readers of the document.
 *
 * @param text about the whole
 * @param components by name
 */
record Documented(Optional<String> text, Map<String, String> components) {

  static Documented of(RecordDeclaration type) {
    Optional<Javadoc> comment = type.getJavadoc();
    Map<String, String> components = new HashMap<>();
    comment
        .map(Javadoc::getBlockTags)
        .ifPresent(
            tags ->
                tags.stream()
                    .filter(tag -> tag.getType() == JavadocBlockTag.Type.PARAM)
                    .forEach(
                        tag ->
                            components.put(
                                tag.getName().orElse(""), plain(tag.getContent().toText()))));
    return new Documented(
        comment.map(it -> plain(it.getDescription().toText())).filter(it -> !it.isEmpty()),
        components);
  }

  Optional<String> of(String component) {
    return Optional.ofNullable(components.get(component));
  }

  private static String plain(String javadoc) {
    return javadoc
        .replaceAll("\\{@code ([^}]*)}", "`$1`")
        .replaceAll("\\{@link #?([^}]*)}", "$1")
        .replaceAll("<p>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
