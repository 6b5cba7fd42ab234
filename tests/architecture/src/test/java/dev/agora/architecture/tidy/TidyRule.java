package dev.agora.architecture.tidy;

import dev.agora.architecture.project.SourceFile;
import java.util.List;

/** Something that every file keeps to. */
interface TidyRule {

  /** What is wrong with the file, one sentence each; empty if nothing is. */
  List<String> breaches(SourceFile file);
}
