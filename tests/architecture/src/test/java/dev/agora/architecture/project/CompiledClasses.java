package dev.agora.architecture.project;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The main classes of every module, as the compiler left them. */
public final class CompiledClasses {

  private static final JavaClasses ALL = read();

  private CompiledClasses() {}

  /** All of them; read once. */
  public static JavaClasses all() {
    return ALL;
  }

  private static JavaClasses read() {
    List<Module> modules = Project.modules().stream().filter(Module::hasMainCode).toList();
    modules.stream()
        .filter(module -> !Files.isDirectory(module.classes()))
        .findFirst()
        .ifPresent(
            missing -> {
              throw new IllegalStateException(
                  missing + " is not compiled: run the whole reactor, as ./agora test does");
            });
    List<Path> folders = modules.stream().map(Module::classes).toList();
    return new ClassFileImporter().importPaths(folders);
  }
}
