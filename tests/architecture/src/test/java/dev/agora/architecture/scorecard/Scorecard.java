package dev.agora.architecture.scorecard;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.agora.architecture.project.ParsedJava;
import dev.agora.architecture.project.SourceFile;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The figures of the code that ships.
 *
 * @param files how many
 * @param fileLines of each file, ascending
 * @param methodLines of each method, ascending
 * @param topLevelTypes all of them
 * @param packagePrivateTypes those that no other package sees
 */
record Scorecard(
    int files,
    List<Integer> fileLines,
    List<Integer> methodLines,
    int topLevelTypes,
    int packagePrivateTypes) {

  static Scorecard of(List<SourceFile> files) {
    List<TypeDeclaration<?>> types =
        files.stream()
            .map(ParsedJava::parse)
            .map(CompilationUnit::getTypes)
            .<TypeDeclaration<?>>flatMap(List::stream)
            .toList();
    return new Scorecard(
        files.size(),
        files.stream().map(file -> file.lines().size()).sorted().toList(),
        files.stream()
            .flatMap(file -> ParsedJava.methods(file).stream())
            .map(ParsedJava.Method::lines)
            .sorted()
            .toList(),
        types.size(),
        Math.toIntExact(types.stream().filter(type -> !type.isPublic()).count()));
  }

  static int percentile(List<Integer> ascending, int percent) {
    int rank = Math.ceilDiv(ascending.size() * percent, 100);
    return ascending.get(Math.max(rank, 1) - 1);
  }

  int packagePrivatePercent() {
    return 100 * packagePrivateTypes / topLevelTypes;
  }

  int lines() {
    return fileLines.stream().flatMapToInt(IntStream::of).sum();
  }

  @Override
  public String toString() {
    return """
        Scorecard of src/main                 is    may be
          files                          %7d
          lines                          %7d
          file, median lines             %7d      <= 45
          file, 90th percentile          %7d     <= 150
          file, longest                  %7d     <= 300
          methods                        %7d
          method, longest                %7d      <= 40
          top-level types                %7d
          of them package-private        %6d%%     >= 60%%
        """
        .formatted(
            files,
            lines(),
            percentile(fileLines, 50),
            percentile(fileLines, 90),
            fileLines.getLast(),
            methodLines.size(),
            methodLines.getLast(),
            topLevelTypes,
            packagePrivatePercent());
  }
}
